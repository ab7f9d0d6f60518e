/** What an earlier worker wrote, taken over by this one. */
import type { JournalState } from './state.ts';
import { chunkKeys, decodeMeta, metaKey, TABS_KEY } from './storage.ts';
import { afterRestart } from './tab.ts';

export async function load({ storage, tabs, written, serial }: JournalState): Promise<void> {
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
}
