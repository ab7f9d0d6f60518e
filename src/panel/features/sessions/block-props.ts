import type { SessionBlock } from './block.ts';
import type { SessionsModel, ShownSessions } from './model.ts';

/** What the parts of a session's block are given. */
export interface BlockProps {
  readonly model: SessionsModel;
  readonly shown: ShownSessions;
  readonly block: SessionBlock;
}
