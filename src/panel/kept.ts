/**
 * The newest entries, until the worker says that they are written down. A worker that was killed before it
 * could write gets them back from here.
 */
import type { Entry } from '../core/recording/fact.ts';

export interface Kept {
  begin(epoch: string): void;
  add(entries: readonly Entry[]): void;
  /** Everything up to this number is written down and need not be kept. */
  written(journaled: number): void;
  after(seq: number): readonly Entry[];
  /** Number of the newest entry received; -1 before any. */
  newest(): number;
  epoch(): string | null;
}

/** Most entries kept: a worker writes every few hundred milliseconds, so more than this is its fault. */
const LIMIT = 5_000;

export function createKept(limit = LIMIT): Kept {
  let epoch: string | null = null;
  let entries: Entry[] = [];
  let newest = -1;
  return {
    begin(next) {
      epoch = next;
      entries = [];
      newest = -1;
    },
    add(more) {
      const last = more.at(-1);
      if (!last) return;
      newest = Math.max(newest, last.seq);
      entries.push(...more.slice(-limit));
      if (entries.length > limit) entries.splice(0, entries.length - limit);
    },
    written(journaled) {
      const first = entries.findIndex((entry) => entry.seq > journaled);
      entries = first === -1 ? [] : entries.slice(first);
    },
    after: (seq) => entries.filter((entry) => entry.seq > seq),
    newest: () => newest,
    epoch: () => epoch,
  };
}
