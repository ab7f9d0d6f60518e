import type { Entry } from '../../core/recording/fact.ts';
import type { JournalState } from './state.ts';
import { chunkKeys, decodeEntries } from './storage.ts';
import type { TabJournal } from './tab.ts';

/** All of a tab's entries to `use`, in the very moment in which they are complete: an await later they need not be. */
export async function withAll(
  { storage, pending }: JournalState,
  tab: TabJournal,
  use: (entries: readonly Entry[]) => void | Promise<void>,
): Promise<void> {
  const keys = chunkKeys(tab, tab.firstChunk, tab.nextChunk);
  const found = await storage.get(keys);
  const entries = keys.flatMap((key) => decodeEntries(found[key]));
  const all = entries.concat(pending.get(tab.tabId) ?? []).sort((a, b) => a.seq - b.seq);
  // A write that was said to have failed may have been done all the same.
  await use(all.filter(({ seq }, index) => seq !== all[index - 1]?.seq));
}
