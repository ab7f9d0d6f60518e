/** What a page is told of its tab beside the facts. */
import type { TabState } from '../protocol/port.ts';
import { accessTo } from './access.ts';
import type { Journal } from './journal/journal.ts';
import type { Tabs } from './tabs.ts';

export function createTabState(tabs: Tabs, journal: Journal): (tabId: number) => Promise<TabState> {
  return async (tabId) => {
    const info = await tabs.describe(tabId);
    const tab = journal.tab(tabId);
    return {
      tabId,
      ...(await accessTo(info?.url ?? null)),
      recording: tab?.recording ?? true,
      keep: tab?.keep ?? true,
      scripts: tab?.scripts ?? false,
      incognito: info?.incognito ?? false,
    };
  };
}
