/**
 * The facts of each tab, appended in chunks to `storage.session`: memory only, never on disk, and there again
 * after the browser has stopped the worker. Bounded for each tab and in all; what is dropped is said by a baseline.
 */
import type { Entry, Fact } from '../../core/recording/fact.ts';
import { sizeOf } from '../../core/recording/size.ts';
import { DEFAULT_LIMITS, type Limits } from '../../protocol/limits.ts';
import { createCutter } from './cut.ts';
import { load } from './load.ts';
import { withAll } from './read.ts';
import { bytesOf, complain, createState, putBack } from './state.ts';
import { chunkKeys, metaKey, type StorageArea } from './storage.ts';
import { isMissable, newTabJournal, type TabJournal } from './tab.ts';
import { createWriter } from './write.ts';

export type { StorageArea } from './storage.ts';
export type { TabJournal } from './tab.ts';

export interface Journal {
  /** Resolves when what an earlier worker wrote is known; nothing may be appended before. */
  readonly ready: Promise<void>;
  tab(tabId: number): TabJournal | undefined;
  tabs(): Iterable<TabJournal>;
  /** Begins a tab's journal. */
  open(tabId: number): TabJournal;
  append(tab: TabJournal, fact: Fact): Entry;
  /** Takes back facts from a page that saw them before an earlier worker could write them down; false: none were missing. */
  takeBack(tab: TabJournal, entries: readonly Entry[]): Promise<boolean>;
  /** Facts above this number may have been lost with an earlier worker; undefined: there was none. */
  inherited(tabId: number): number | undefined;
  written(tabId: number): number;
  /**
   * Hands over all of a tab's entries, in order. `use` runs in the very moment in which they are complete, so
   * that whoever starts to follow there misses nothing and sees nothing twice.
   */
  read<T>(tabId: number, use: (entries: readonly Entry[]) => T): Promise<T>;
  /** Drops everything up to now, keeping what is true. */
  clear(tab: TabJournal, through: number, reason: 'cleared' | 'navigation'): Promise<void>;
  close(tabId: number): void;
  /** Saves a change of a tab's settings. */
  touch(tab: TabJournal): void;
  /** Cuts what is too much now. */
  limitsChanged(): void;
  /** Resolves when all that was appended is written. */
  settled(): Promise<void>;
}

export interface JournalOptions {
  readonly storage: StorageArea;
  readonly now: () => number;
  readonly newEpoch: () => string;
  /** Its numbers may change: call `limitsChanged` then. */
  readonly limits?: Limits;
  /** The limits are known. */
  readonly limitsReady?: Promise<void>;
  /** A tab's journal was cut: pages must start again from a snapshot. */
  readonly onCut: (tabId: number) => void;
}

export function createJournal(options: JournalOptions): Journal {
  const { storage, now, newEpoch, onCut } = options;
  const state = createState(storage, now);
  const { tabs, written, pending, touched, serial } = state;
  const cutter = createCutter(state, {
    limits: options.limits ?? DEFAULT_LIMITS,
    onCut,
    schedule: () => schedule(),
  });
  const { schedule, write } = createWriter(state, cutter);

  return {
    ready: Promise.all([load(state), options.limitsReady]).then(() => undefined, complain),
    tab: (tabId) => tabs.get(tabId),
    tabs: () => tabs.values(),
    open(tabId) {
      const tab = newTabJournal(tabId, newEpoch());
      tabs.set(tabId, tab);
      touched.add(tabId);
      state.listChanged = true;
      schedule();
      return tab;
    },
    append(tab, fact) {
      tab.seq += 1;
      tab.facts += 1;
      tab.bytes += sizeOf(fact);
      const entry: Entry = { seq: tab.seq, fact };
      const waiting = pending.get(tab.tabId);
      if (waiting === undefined) pending.set(tab.tabId, [entry]);
      else waiting.push(entry);
      schedule();
      return entry;
    },
    async takeBack(tab, entries) {
      const candidates = new Map(entries.map((entry) => [entry.seq, entry]));
      for (const seq of candidates.keys()) if (!isMissable(tab, seq)) candidates.delete(seq);
      if (candidates.size === 0) return false;
      await serial(async () => {
        await withAll(state, tab, (entries) => {
          for (const { seq } of entries) candidates.delete(seq);
        });
        if (candidates.size === 0) return;
        const missing = [...candidates.values()].sort((a, b) => a.seq - b.seq);
        tab.facts += missing.length;
        tab.bytes += bytesOf(missing);
        putBack(state, tab.tabId, missing);
        await write();
      });
      return candidates.size > 0;
    },
    inherited: (tabId) => tabs.get(tabId)?.holes[0]?.from,
    written: (tabId) => written.get(tabId) ?? 0,
    read(tabId, use) {
      return new Promise((resolve, reject) => {
        void serial(async () => {
          try {
            await write();
            const tab = tabs.get(tabId);
            if (tab === undefined) resolve(use([]));
            else await withAll(state, tab, (entries) => resolve(use(entries)));
          } catch (error) {
            reject(error);
          }
        });
      });
    },
    async clear(tab, through, reason) {
      await serial(async () => {
        if (tabs.get(tab.tabId) !== tab || through < tab.cutSeq) return;
        await withAll(state, tab, (entries) => cutter.replaceBy(tab, entries, through, reason));
      });
    },
    close(tabId) {
      const tab = tabs.get(tabId);
      if (tab === undefined) return;
      tabs.delete(tabId);
      pending.delete(tabId);
      written.delete(tabId);
      state.listChanged = true;
      void serial(() => storage.remove([...chunkKeys(tab, tab.oldestChunk, tab.nextChunk), metaKey(tabId)]));
      schedule();
    },
    touch(tab) {
      touched.add(tab.tabId);
      schedule();
    },
    limitsChanged: () => void serial(() => cutter.enforceLimits()),
    async settled() {
      await serial(write);
    },
  };
}
