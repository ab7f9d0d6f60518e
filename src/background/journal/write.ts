/**
 * The first fact after a pause is written at once, later ones together after a rest: a write for each would cost the
 * browser more than the traffic itself. What cannot be written stays in memory and is tried again.
 */
import { complain, type JournalState, putBack } from './state.ts';
import { chunkKey, metaKey, metaOf, TABS_KEY } from './storage.ts';

export interface JournalWriter {
  schedule(): void;
  /** Never throws: what could not be written waits for the next time. Within `serial` only. */
  write(): Promise<void>;
}

export interface JournalWriterOptions {
  readonly enforceLimits: () => Promise<void>;
  readonly makeRoom: () => Promise<void>;
}

const WRITE_EVERY_MS = 50;
/** Where pages have the facts, too, and give them back to the next worker. */
const WRITE_HELD_EVERY_MS = 250;
const LONGEST_RETRY_MS = 5000;

export function createWriter(
  state: JournalState,
  { enforceLimits, makeRoom }: JournalWriterOptions,
): JournalWriter {
  const { storage, now, tabs, written, pending, touched, serial } = state;
  let lastWrite = Number.NEGATIVE_INFINITY;
  let scheduled = false;
  /** Writes that failed in a row. */
  let failures = 0;

  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    const rest = [...pending.keys()].every((tabId) => tabs.get(tabId)?.watched)
      ? WRITE_HELD_EVERY_MS
      : WRITE_EVERY_MS;
    const due =
      failures > 0 ? Math.min(LONGEST_RETRY_MS, WRITE_EVERY_MS * 2 ** failures) : lastWrite + rest - now();
    // A clock set back must not hold up the journal.
    const wait = failures > 0 ? due : Math.min(due, rest);
    if (wait <= 0) void serial(write);
    else setTimeout(() => void serial(write), wait);
  };

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
    const withList = state.listChanged;
    touched.clear();
    state.listChanged = false;
    for (const tabId of changed) {
      const tab = tabs.get(tabId);
      if (tab !== undefined) items[metaKey(tabId)] = metaOf(tab, upTo.get(tabId) ?? written.get(tabId) ?? 0);
    }
    if (withList) items[TABS_KEY] = [...tabs.keys()];
    if (Object.keys(items).length === 0) return;
    lastWrite = now();
    try {
      await storage.set(items);
    } catch (error) {
      for (const [tabId, entries] of taken) putBack(state, tabId, entries);
      for (const tabId of changed) touched.add(tabId);
      state.listChanged ||= withList;
      await recover(error);
      return;
    }
    failures = 0;
    for (const [tabId, seq] of upTo) if (tabs.has(tabId)) written.set(tabId, seq);
    await enforceLimits();
  };

  const recover = async (error: unknown) => {
    if (failures === 0) complain(error);
    failures += 1;
    try {
      if (/quota/i.test(String(error))) await makeRoom();
      await enforceLimits();
    } finally {
      schedule();
    }
  };

  return { schedule, write };
}
