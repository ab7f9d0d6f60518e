/** Dropping the oldest facts of a tab: for want of room, or because a person or a new page asks for it. */
import { cut } from '../../core/recording/cut.ts';
import type { Entry } from '../../core/recording/fact.ts';
import { sizeOf } from '../../core/recording/size.ts';
import type { Limits } from '../../protocol/limits.ts';
import { withAll } from './read.ts';
import { bytesOf, complain, type JournalState } from './state.ts';
import { chunkKey, chunkKeys, metaKey, metaOf } from './storage.ts';
import type { TabJournal } from './tab.ts';

export interface Cutter {
  /** Call it in the moment in which `entries` are all there are. */
  replaceBy(
    tab: TabJournal,
    entries: readonly Entry[],
    through: number,
    reason: 'limit' | 'cleared' | 'navigation',
    room?: number,
  ): Promise<void>;
  enforceLimits(): Promise<void>;
  /** The storage is full: whoever is worth least gives half. */
  makeRoom(): Promise<void>;
}

export interface CutterOptions {
  /** Its numbers may change. */
  readonly limits: Limits;
  /** A tab's journal was cut: pages must start again from a snapshot. */
  readonly onCut: (tabId: number) => void;
  readonly schedule: () => void;
}

export function createCutter(state: JournalState, { limits, onCut, schedule }: CutterOptions): Cutter {
  const { storage, now, tabs, written, pending, touched } = state;

  /** Whose facts go first: of tabs that nobody looks at, the largest. */
  const byWorth = () =>
    [...tabs.values()].sort((a, b) => Number(a.watched) - Number(b.watched) || b.bytes - a.bytes);

  /** Oldest facts go until half of the room is free, whole requests at a time. */
  const halve = (tab: TabJournal) => withAll(state, tab, (entries) => halveAll(tab, entries));

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

  const replaceBy: Cutter['replaceBy'] = async (tab, entries, through, reason, room) => {
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

  return {
    replaceBy,
    async enforceLimits() {
      for (const tab of tabs.values()) {
        if (tab.facts > limits.factsPerTab || tab.bytes > limits.bytesPerTab) await halve(tab);
      }
      const total = () => [...tabs.values()].reduce((sum, tab) => sum + tab.bytes, 0);
      if (total() <= limits.bytesInAll) return;
      for (const tab of byWorth()) {
        await halve(tab);
        if (total() <= limits.bytesInAll) return;
      }
    },
    async makeRoom() {
      const [first] = byWorth();
      if (first !== undefined) await halve(first);
    },
  };
}
