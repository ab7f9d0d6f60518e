/**
 * Places for what belongs to this tab and is a thing of its own, in folders below this one. A section that has nothing to say
 * draws nothing.
 */
import type { ComponentType } from 'preact';
import type { SessionBlock } from './block.ts';
import type { SessionsModel, ShownSessions } from './model.ts';

export interface PageSlotProps {
  readonly model: SessionsModel;
  /** null: there is no site, or it is not judged yet. */
  readonly shown: ShownSessions | null;
}

export interface BlockSlotProps {
  readonly model: SessionsModel;
  readonly shown: ShownSessions;
  readonly block: SessionBlock;
}

/** Above the sessions. */
export const PAGE_SLOTS: readonly ComponentType<PageSlotProps>[] = [];

/** In each session's block, after its lifetimes. */
export const BLOCK_SLOTS: readonly ComponentType<BlockSlotProps>[] = [];
