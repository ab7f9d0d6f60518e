/**
 * Recordings held in the worker's memory, for tabs that a page or the badge looks at; the rest stay facts in the
 * journal until somebody asks.
 */
import type { Entry } from '../core/recording/fact.ts';
import type { Recording } from '../core/recording/recording.ts';
import { reduce } from '../core/recording/reduce.ts';
import { replay } from '../core/recording/replay.ts';
import type { Journal } from './journal/journal.ts';

/** Unwatched ones beyond this many are let go, least recently used first. */
const KEPT = 3;

export interface Live {
  /** The recording, read from the journal where it is not in memory; null: the tab has none. */
  get(tabId: number): Promise<Recording | null>;
  peek(tabId: number): Recording | undefined;
  add(tabId: number, entry: Entry): void;
  forget(tabId: number): void;
}

export function createLive(journal: Journal): Live {
  const recordings = new Map<number, Recording>();
  const loading = new Map<number, Promise<Recording | null>>();

  const load = (tabId: number): Promise<Recording | null> =>
    journal.read(tabId, (entries) => {
      if (journal.tab(tabId) === undefined) return null;
      const recording = replay(entries);
      recordings.set(tabId, recording);
      shed();
      return recording;
    });

  const shed = () => {
    for (const tabId of recordings.keys()) {
      if (recordings.size <= KEPT) return;
      if (!journal.tab(tabId)?.watched) recordings.delete(tabId);
    }
  };

  return {
    async get(tabId) {
      const present = recordings.get(tabId);
      if (present !== undefined) {
        recordings.delete(tabId);
        recordings.set(tabId, present);
        return present;
      }
      let pending = loading.get(tabId);
      if (pending === undefined) {
        pending = load(tabId).finally(() => loading.delete(tabId));
        loading.set(tabId, pending);
      }
      return pending;
    },
    peek: (tabId) => recordings.get(tabId),
    add(tabId, entry) {
      const recording = recordings.get(tabId);
      if (recording !== undefined && entry.seq > recording.lastSeq) reduce(recording, entry);
    },
    forget(tabId) {
      recordings.delete(tabId);
    },
  };
}
