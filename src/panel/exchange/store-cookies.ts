import type { BrowserCookie } from '../../core/recording/fact.ts';
import { keyOf } from '../../core/recording/keys.ts';
import type { CookieKey } from '../../core/recording/recording.ts';
import { browserKind, native } from '../../platform/native.ts';
import { toBrowserCookie } from '../../protocol/browser-cookie.ts';

/** All cookies of a store, of every site and partition, by identity; an import may be of sites that the tab never saw. */
export async function storeCookies(storeId: string): Promise<ReadonlyMap<CookieKey, BrowserCookie>> {
  const cookies = await native.cookies.getAll({
    storeId,
    partitionKey: {},
    ...(browserKind === 'firefox' ? { firstPartyDomain: null } : {}),
  } as chrome.cookies.GetAllDetails);
  return new Map(cookies.map(toBrowserCookie).map((cookie) => [keyOf(cookie), cookie]));
}
