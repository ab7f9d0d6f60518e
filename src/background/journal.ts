/**
 * The facts of each tab, appended in chunks to `storage.session`: memory only, never on disk, and there again
 * after the browser has stopped the worker. Bounded for each tab and in all; what is dropped is said by a baseline.
 *
 * The first fact after a pause is written at once, later ones together every WRITE_EVERY_MS: a write for each
 * would cost the browser more than the traffic itself. What cannot be written stays in memory and is tried again.
 */
import { cut } from '../core/recording/cut.ts';
import type { Entry, Fact } from '../core/recording/fact.ts';
import { sizeOf } from '../core/recording/size.ts';
import {
  afterRestart,
  chunkKey,
  chunkKeys,
  decodeEntries,
  decodeMeta,
  isMissable,
  metaKey,
  newTabJournal,
  TABS_KEY,
  type TabJournal,
} from './journal-tab.ts';

export type { TabJournal } from './journal-tab.ts';

export interface StorageArea {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface Limits {
  readonly factsPerTab: number;
  readonly bytesPerTab: number;
  readonly bytesInAll: number;
}

/** `storage.session` holds 10 MB in all. */
export const LIMITS: Limits = { factsPerTab: 20_000, bytesPerTab: 4_000_000, bytesInAll: 7_000_000 };

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
  /** Resolves when all that was appended is written. */
  settled(): Promise<void>;
}

export interface JournalOptions {
  readonly storage: StorageArea;
  readonly now: () => number;
  readonly newEpoch: () => string;
  readonly limits?: Limits;
  /** A tab's journal was cut: pages must start again from a snapshot. */
  readonly onCut: (tabId: number) => void;
}

const WRITE_EVERY_MS = 50;
const LONGEST_RETRY_MS = 5000;

export function createJournal(options: JournalOptions): Journal {
  const { storage, now, newEpoch, onCut } = options;
  const limits = options.limits ?? LIMITS;
  const tabs = new Map<number, TabJournal>();
  const written = new Map<number, number>();
  const pending = new Map<number, Entry[]>();
  const touched = new Set<number>();
  let listChanged = false;
  let lastWrite = Number.NEGATIVE_INFINITY;
  let scheduled = false;
  /** Writes that failed in a row. */
  let failures = 0;
  /** Storage operations happen one after another. */
  let queue: Promise<void> = Promise.resolve();

  const complain = (error: unknown) => console.error('Crumbtrail: journal', String(error));

  const serial = (operation: () => Promise<void>): Promise<void> => {
    queue = queue.then(operation).catch(complain);
    return queue;
  };

  const load = async () => {
    const { [TABS_KEY]: list } = await storage.get(TABS_KEY);
    if (!Array.isArray(list) || list.length === 0) return;
    const metas = await storage.get(list.map((tabId) => metaKey(Number(tabId))));
    const items: Record<string, unknown> = {};
    const leftovers: string[] = [];
    for (const text of Object.values(metas)) {
      const meta = decodeMeta(text);
      if (meta === null) continue;
      const tab = afterRestart(meta);
      leftovers.push(...chunkKeys(tab, tab.oldestChunk, tab.firstChunk));
      tab.oldestChunk = tab.firstChunk;
      tabs.set(tab.tabId, tab);
      written.set(tab.tabId, tab.seq);
      items[metaKey(tab.tabId)] = JSON.stringify(tab);
    }
    // Before any number is given: were this worker killed before its first write, the next would give it again.
    await storage.set(items);
    if (leftovers.length > 0) void serial(() => storage.remove(leftovers));
  };

  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    const due =
      failures > 0
        ? Math.min(LONGEST_RETRY_MS, WRITE_EVERY_MS * 2 ** failures)
        : lastWrite + WRITE_EVERY_MS - now();
    // A clock set back must not hold up the journal.
    const wait = failures > 0 ? due : Math.min(due, WRITE_EVERY_MS);
    if (wait <= 0) void serial(write);
    else setTimeout(() => void serial(write), wait);
  };

  /** Never throws: what could not be written waits for the next time. */
  const write = async () => {
    scheduled = false;
    const taken = [...pending].filter(([tabId]) => tabs.has(tabId));
    pending.clear();
    const items: Record<string, unknown> = {};
    const upTo = new Map<number, number>();
    for (const [tabId, entries] of taken) {
      const tab = tabs.get(tabId);
      if (tab === undefined) continue;
      items[chunkKey(tab, tab.nextChunk)] = JSON.stringify(entries);
      tab.nextChunk += 1;
      upTo.set(tabId, Math.max(written.get(tabId) ?? 0, entries.at(-1)?.seq ?? 0));
      touched.add(tabId);
    }
    const changed = [...touched];
    const withList = listChanged;
    touched.clear();
    listChanged = false;
    for (const tabId of changed) {
      const tab = tabs.get(tabId);
      if (tab !== undefined) items[metaKey(tabId)] = metaOf(tab, upTo.get(tabId));
    }
    if (withList) items[TABS_KEY] = [...tabs.keys()];
    if (Object.keys(items).length === 0) return;
    lastWrite = now();
    try {
      await storage.set(items);
    } catch (error) {
      for (const [tabId, entries] of taken) putBack(tabId, entries);
      for (const tabId of changed) touched.add(tabId);
      listChanged ||= withList;
      await recover(error);
      return;
    }
    failures = 0;
    for (const [tabId, seq] of upTo) if (tabs.has(tabId)) written.set(tabId, seq);
    await enforceLimits();
  };

  const metaOf = (tab: TabJournal, seq = written.get(tab.tabId) ?? 0) => JSON.stringify({ ...tab, seq });

  const putBack = (tabId: number, entries: readonly Entry[]) => {
    if (tabs.has(tabId)) pending.set(tabId, [...entries, ...(pending.get(tabId) ?? [])]);
  };

  const recover = async (error: unknown) => {
    if (failures === 0) complain(error);
    failures += 1;
    const [first] = byWorth();
    try {
      if (/quota/i.test(String(error)) && first !== undefined) await halve(first);
      await enforceLimits();
    } finally {
      schedule();
    }
  };

  /** Whose facts go first: of tabs that nobody looks at, the largest. */
  const byWorth = () =>
    [...tabs.values()].sort((a, b) => Number(a.watched) - Number(b.watched) || b.bytes - a.bytes);

  const enforceLimits = async () => {
    for (const tab of tabs.values()) {
      if (tab.facts > limits.factsPerTab || tab.bytes > limits.bytesPerTab) await halve(tab);
    }
    const total = () => [...tabs.values()].reduce((sum, tab) => sum + tab.bytes, 0);
    if (total() <= limits.bytesInAll) return;
    for (const tab of byWorth()) {
      await halve(tab);
      if (total() <= limits.bytesInAll) return;
    }
  };

  /** Oldest facts go until half of the room is free, whole requests at a time. */
  const halve = (tab: TabJournal) => withAll(tab, (entries) => halveAll(tab, entries));

  const halveAll = async (tab: TabJournal, entries: readonly Entry[]) => {
    const maxFacts = Math.min(limits.factsPerTab, tab.facts) / 2;
    const maxBytes = Math.min(limits.bytesPerTab, tab.bytes) / 2;
    let bytes = 0;
    let at = entries.length;
    for (; at > 0 && entries.length - at < maxFacts; at -= 1) {
      bytes += sizeOf((entries[at - 1] as Entry).fact);
      if (bytes > maxBytes) break;
    }
    const through = entries[at - 1]?.seq;
    if (through !== undefined) await replaceBy(tab, entries, through, 'limit', maxBytes / 2);
  };

  /** Call it in the moment in which `entries` are all there are. */
  const replaceBy = async (
    tab: TabJournal,
    entries: readonly Entry[],
    through: number,
    reason: 'limit' | 'cleared' | 'navigation',
    room?: number,
  ) => {
    const { tabId } = tab;
    const kept = cut(entries, through, now(), reason, room);
    const newest = entries.at(-1)?.seq ?? 0;
    const next: TabJournal = {
      ...tab,
      cuts: tab.cuts + 1,
      cutSeq: through,
      firstChunk: tab.nextChunk,
      nextChunk: tab.nextChunk + 1,
      holes: tab.holes.filter(({ to }) => to > through),
      facts: kept.length,
      bytes: bytesOf(kept),
    };
    const upTo = Math.max(written.get(tabId) ?? 0, newest);
    const items = {
      [chunkKey(next, next.firstChunk)]: JSON.stringify(kept),
      [metaKey(tabId)]: metaOf(next, upTo),
    };
    // The new chunk first: until it stands, the old ones are the journal. Where there is no room for both, memory holds it.
    const stored = await storage.set(items).then(
      () => true,
      () => false,
    );
    const since = (pending.get(tabId) ?? []).filter(({ seq }) => seq > newest);
    const { cuts, cutSeq, firstChunk, nextChunk, holes } = next;
    Object.assign(tab, { cuts, cutSeq, firstChunk, nextChunk, holes });
    tab.facts = next.facts + since.length;
    tab.bytes = next.bytes + bytesOf(since);
    if (!tabs.has(tabId)) return;
    pending.set(tabId, stored ? since : [...kept, ...since]);
    if (stored) written.set(tabId, upTo);
    onCut(tabId);
    await storage.remove(chunkKeys(tab, tab.oldestChunk, firstChunk)).then(() => {
      tab.oldestChunk = firstChunk;
    }, complain);
    touched.add(tabId);
    schedule();
  };

  /** All of a tab's entries to `use`, in the very moment in which they are complete: an await later they need not be. */
  const withAll = async (tab: TabJournal, use: (entries: readonly Entry[]) => void | Promise<void>) => {
    const keys = chunkKeys(tab, tab.firstChunk, tab.nextChunk);
    const found = await storage.get(keys);
    const entries = keys.flatMap((key) => decodeEntries(found[key]));
    const all = entries.concat(pending.get(tab.tabId) ?? []).sort((a, b) => a.seq - b.seq);
    // A write that was said to have failed may have been done all the same.
    await use(all.filter(({ seq }, index) => seq !== all[index - 1]?.seq));
  };

  return {
    ready: load().catch(complain),
    tab: (tabId) => tabs.get(tabId),
    tabs: () => tabs.values(),
    open(tabId) {
      const tab = newTabJournal(tabId, newEpoch());
      tabs.set(tabId, tab);
      touched.add(tabId);
      listChanged = true;
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
        await withAll(tab, (entries) => {
          for (const { seq } of entries) candidates.delete(seq);
        });
        if (candidates.size === 0) return;
        const missing = [...candidates.values()].sort((a, b) => a.seq - b.seq);
        tab.facts += missing.length;
        tab.bytes += bytesOf(missing);
        putBack(tab.tabId, missing);
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
            else await withAll(tab, (entries) => resolve(use(entries)));
          } catch (error) {
            reject(error);
          }
        });
      });
    },
    async clear(tab, through, reason) {
      await serial(async () => {
        if (tabs.get(tab.tabId) !== tab || through < tab.cutSeq) return;
        await withAll(tab, (entries) => replaceBy(tab, entries, through, reason));
      });
    },
    close(tabId) {
      const tab = tabs.get(tabId);
      if (tab === undefined) return;
      tabs.delete(tabId);
      pending.delete(tabId);
      written.delete(tabId);
      listChanged = true;
      void serial(() => storage.remove([...chunkKeys(tab, tab.oldestChunk, tab.nextChunk), metaKey(tabId)]));
      schedule();
    },
    touch(tab) {
      touched.add(tab.tabId);
      schedule();
    },
    async settled() {
      await serial(write);
    },
  };
}

function bytesOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { fact }) => sum + sizeOf(fact), 0);
}
