/**
 * The facts of each tab, appended in chunks to `storage.session`: memory only, never on disk, and there again
 * after the browser has stopped the worker. Bounded for each tab and in all; what is dropped is said by a baseline.
 *
 * The first fact after a pause is written at once, later ones together every WRITE_EVERY_MS: a write for each
 * would cost the browser more than the traffic itself.
 */
import { cut } from '../core/recording/cut.ts';
import type { Entry, Fact } from '../core/recording/fact.ts';
import { sizeOf } from '../core/recording/size.ts';

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

export interface TabJournal {
  readonly tabId: number;
  /** New for each recording: numbers of one epoch mean nothing in another. */
  epoch: string;
  firstChunk: number;
  nextChunk: number;
  /** The newest number given. */
  seq: number;
  /** A page that has less than this needs a snapshot. */
  cutSeq: number;
  facts: number;
  bytes: number;
  recording: boolean;
  keep: boolean;
  watched: boolean;
  pausedAt: number | null;
}

export interface Journal {
  /** Resolves when what an earlier worker wrote is known; nothing may be appended before. */
  readonly ready: Promise<void>;
  tab(tabId: number): TabJournal | undefined;
  tabs(): Iterable<TabJournal>;
  /** Begins a tab's journal. */
  open(tabId: number): TabJournal;
  append(tab: TabJournal, fact: Fact): Entry;
  /** Takes back facts from a page that saw them before an earlier worker could write them down. */
  takeBack(tab: TabJournal, entries: readonly Entry[]): Promise<boolean>;
  /** Where the journal ended when this worker began; undefined: the tab is newer. */
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
/** More numbers than a killed worker can have given away without writing them. */
const RESTART_GAP = 100_000;
const TABS = 'tabs';
const metaKey = (tabId: number) => `tab/${tabId}`;
const chunkKey = (tab: TabJournal, chunk: number) => `facts/${tab.tabId}/${tab.epoch}/${chunk}`;

export function createJournal(options: JournalOptions): Journal {
  const { storage, now, newEpoch, onCut } = options;
  const limits = options.limits ?? LIMITS;
  const tabs = new Map<number, TabJournal>();
  const inherited = new Map<number, number>();
  const written = new Map<number, number>();
  const pending = new Map<number, Entry[]>();
  const touched = new Set<number>();
  let listChanged = false;
  let lastWrite = Number.NEGATIVE_INFINITY;
  let scheduled = false;
  /** Storage operations happen one after another. */
  let queue: Promise<void> = Promise.resolve();

  const serial = (operation: () => Promise<void>): Promise<void> => {
    queue = queue.then(operation).catch((error) => console.error('Crumbtrail: journal', String(error)));
    return queue;
  };

  const load = async () => {
    const { [TABS]: list } = await storage.get(TABS);
    if (!Array.isArray(list)) return;
    const metas = await storage.get(list.map((tabId) => metaKey(Number(tabId))));
    for (const meta of Object.values(metas) as TabJournal[]) {
      inherited.set(meta.tabId, meta.seq);
      written.set(meta.tabId, meta.seq);
      tabs.set(meta.tabId, { ...meta, seq: meta.seq + RESTART_GAP });
    }
  };

  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    const wait = Math.max(0, lastWrite + WRITE_EVERY_MS - now());
    if (wait === 0) void serial(write);
    else setTimeout(() => void serial(write), wait);
  };

  const write = async () => {
    scheduled = false;
    const items: Record<string, unknown> = {};
    const upTo = new Map<number, number>();
    for (const [tabId, entries] of pending) {
      const tab = tabs.get(tabId);
      if (tab === undefined) continue;
      items[chunkKey(tab, tab.nextChunk)] = entries;
      tab.nextChunk += 1;
      touched.add(tabId);
      upTo.set(tabId, entries.at(-1)?.seq ?? tab.seq);
    }
    pending.clear();
    for (const tabId of touched) {
      const tab = tabs.get(tabId);
      if (tab !== undefined)
        items[metaKey(tabId)] = { ...tab, seq: upTo.get(tabId) ?? written.get(tabId) ?? 0 };
    }
    touched.clear();
    if (listChanged) items[TABS] = [...tabs.keys()];
    listChanged = false;
    lastWrite = now();
    if (Object.keys(items).length > 0) await storage.set(items);
    for (const [tabId, seq] of upTo) written.set(tabId, seq);
    await enforceLimits();
  };

  const enforceLimits = async () => {
    let total = 0;
    for (const tab of tabs.values()) {
      total += tab.bytes;
      if (tab.facts > limits.factsPerTab || tab.bytes > limits.bytesPerTab) await halve(tab);
    }
    if (total <= limits.bytesInAll) return;
    const [largest] = [...tabs.values()].sort(
      (a, b) => Number(a.watched) - Number(b.watched) || b.bytes - a.bytes,
    );
    if (largest !== undefined) await halve(largest);
  };

  /** Oldest facts go until half of the room is free, whole requests at a time. */
  const halve = async (tab: TabJournal) => {
    const entries = await stored(tab);
    const maxFacts = Math.min(limits.factsPerTab, tab.facts) / 2;
    const maxBytes = Math.min(limits.bytesPerTab, tab.bytes) / 2;
    let bytes = 0;
    let at = entries.length;
    while (at > 0 && entries.length - at < maxFacts && bytes < maxBytes) {
      at -= 1;
      const entry = entries[at];
      if (entry !== undefined) bytes += sizeOf(entry.fact);
    }
    const through = entries[at - 1]?.seq;
    if (through !== undefined) await rewrite(tab, cut(entries, through, now(), 'limit'));
  };

  const rewrite = async (tab: TabJournal, kept: readonly Entry[]) => {
    const old = chunksOf(tab);
    tab.firstChunk = tab.nextChunk;
    tab.nextChunk += 1;
    tab.facts = kept.length;
    tab.bytes = kept.reduce((sum, entry) => sum + sizeOf(entry.fact), 0);
    tab.cutSeq = tab.seq;
    const seq = written.get(tab.tabId) ?? tab.seq;
    await storage.set({ [chunkKey(tab, tab.firstChunk)]: kept, [metaKey(tab.tabId)]: { ...tab, seq } });
    await storage.remove(old);
    onCut(tab.tabId);
  };

  const chunksOf = (tab: TabJournal) => {
    const keys: string[] = [];
    for (let chunk = tab.firstChunk; chunk < tab.nextChunk; chunk += 1) keys.push(chunkKey(tab, chunk));
    return keys;
  };

  const stored = async (tab: TabJournal): Promise<Entry[]> => {
    const keys = chunksOf(tab);
    const found = await storage.get(keys);
    const entries = keys.flatMap((key) => (found[key] as Entry[] | undefined) ?? []);
    return entries.sort((a, b) => a.seq - b.seq);
  };

  return {
    ready: load().catch((error) => console.error('Crumbtrail: journal', String(error))),
    tab: (tabId) => tabs.get(tabId),
    tabs: () => tabs.values(),
    open(tabId) {
      const tab: TabJournal = {
        tabId,
        epoch: newEpoch(),
        firstChunk: 0,
        nextChunk: 0,
        seq: 0,
        cutSeq: 0,
        facts: 0,
        bytes: 0,
        recording: true,
        keep: true,
        watched: false,
        pausedAt: null,
      };
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
      const from = inherited.get(tab.tabId);
      if (from === undefined) return false;
      let missing: Entry[] = [];
      await serial(async () => {
        const known = new Set((await stored(tab)).map((entry) => entry.seq));
        missing = entries.filter(({ seq }) => seq > from && seq <= from + RESTART_GAP && !known.has(seq));
        if (missing.length === 0) return;
        tab.facts += missing.length;
        tab.bytes += missing.reduce((sum, entry) => sum + sizeOf(entry.fact), 0);
        await storage.set({ [chunkKey(tab, tab.nextChunk)]: missing });
        tab.nextChunk += 1;
        touched.add(tab.tabId);
      });
      schedule();
      return missing.length > 0;
    },
    inherited: (tabId) => inherited.get(tabId),
    written: (tabId) => written.get(tabId) ?? 0,
    read(tabId, use) {
      return new Promise((resolve, reject) => {
        void serial(async () => {
          try {
            await write();
            const tab = tabs.get(tabId);
            const entries = tab === undefined ? [] : await stored(tab);
            resolve(use([...entries, ...(pending.get(tabId) ?? [])]));
          } catch (error) {
            reject(error);
          }
        });
      });
    },
    async clear(tab, through, reason) {
      await serial(async () => {
        await write();
        await rewrite(tab, cut(await stored(tab), through, now(), reason));
      });
    },
    close(tabId) {
      const tab = tabs.get(tabId);
      if (tab === undefined) return;
      tabs.delete(tabId);
      pending.delete(tabId);
      inherited.delete(tabId);
      written.delete(tabId);
      listChanged = true;
      void serial(() => storage.remove([...chunksOf(tab), metaKey(tabId)]));
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
