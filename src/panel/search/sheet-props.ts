import type { RefObject } from 'preact';

export interface SheetProps {
  /** The search box: what is chosen is put there. */
  readonly input: RefObject<HTMLInputElement | null>;
}
