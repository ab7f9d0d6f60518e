/** What the worker must know of tabs: their store, and which of them a request without a tab belongs to. */
import { native } from '../platform/native.ts';

export interface TabInfo {
  readonly tabId: number;
  readonly storeId: string;
  readonly incognito: boolean;
  readonly url: string | null;
}

/** For traffic that no tab can be told for. */
export const NO_TAB = -1;

export interface Tabs {
  /** Resolves when the tabs that were open at the start are known; false: the browser did not say. */
  readonly known: Promise<boolean>;
  info(tabId: number): TabInfo | undefined;
  /** Asks the browser; null: no such tab. */
  describe(tabId: number): Promise<TabInfo | null>;
  /** A document was committed, or is being fetched. */
  saw(tabId: number, url: string): void;
  gone(tabId: number): void;
  /** Closed: what is still told of it concerns nobody. The browser does not use a number twice. */
  isGone(tabId: number): boolean;
  /** The tab whose page made a request that the browser names no tab for (service worker, prefetch). */
  attribute(initiator: string | undefined, url: string): number;
  inStore(storeId: string): Iterable<number>;
}

export function createTabs(): Tabs {
  const infos = new Map<number, TabInfo>();
  const origins = new Map<number, string>();
  /** Newest tab of an origin. */
  const newest = new Map<string, number>();

  const closed = new Set<number>();

  const saw = (tabId: number, url: string) => {
    const origin = originOf(url);
    if (origin === null || tabId < 0 || closed.has(tabId)) return;
    if (origins.get(tabId) !== origin) leave(tabId);
    origins.set(tabId, origin);
    newest.set(origin, tabId);
  };

  /** Another tab of the origin takes over, where there is one. */
  const leave = (tabId: number) => {
    const origin = origins.get(tabId);
    origins.delete(tabId);
    if (origin === undefined || newest.get(origin) !== tabId) return;
    newest.delete(origin);
    for (const [other, its] of origins) if (its === origin) newest.set(origin, other);
  };

  const keep = (tab: chrome.tabs.Tab & { cookieStoreId?: string }): TabInfo | null => {
    if (tab.id === undefined || closed.has(tab.id)) return null;
    const info: TabInfo = {
      tabId: tab.id,
      storeId: tab.cookieStoreId ?? (tab.incognito ? '1' : '0'),
      incognito: tab.incognito,
      url: tab.url ?? null,
    };
    infos.set(tab.id, info);
    if (tab.url !== undefined) saw(tab.id, tab.url);
    return info;
  };

  const known = native.tabs.query({}).then(
    (tabs) => {
      tabs.forEach(keep);
      return true;
    },
    () => false,
  );

  return {
    known,
    info: (tabId) => infos.get(tabId),
    async describe(tabId) {
      try {
        return keep(await native.tabs.get(tabId));
      } catch {
        return null;
      }
    },
    saw,
    gone(tabId) {
      infos.delete(tabId);
      leave(tabId);
      closed.add(tabId);
    },
    isGone: (tabId) => closed.has(tabId),
    attribute(initiator, url) {
      const origin = originOf(initiator ?? url);
      return (origin === null ? undefined : newest.get(origin)) ?? NO_TAB;
    },
    *inStore(storeId) {
      for (const info of infos.values()) if (info.storeId === storeId) yield info.tabId;
    },
  };
}

function originOf(url: string): string | null {
  try {
    const { protocol, origin } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? origin : null;
  } catch {
    return null;
  }
}
