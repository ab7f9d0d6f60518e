import type { BrowserCookie } from '../../core/recording/fact.ts';
import { keyOf } from '../../core/recording/keys.ts';
import type { CookieKey, Recording } from '../../core/recording/recording.ts';
import { browserKind, native } from '../../platform/native.ts';
import { toBrowserCookie } from '../../protocol/browser-cookie.ts';

/**
 * All cookies of the tab's store, of every site and partition, by identity: an import may be of sites that the tab never saw.
 * Firefox lets no DevTools panel read the store: there it is what the tab has seen.
 */
export async function storeCookies(recording: Recording): Promise<ReadonlyMap<CookieKey, BrowserCookie>> {
  const cookies = await readStore(recording.storeId).catch(() =>
    [...recording.cookies.values()].filter(({ present }) => present).map(({ cookie }) => cookie),
  );
  return new Map(cookies.map((cookie) => [keyOf(cookie), cookie]));
}

async function readStore(storeId: string): Promise<readonly BrowserCookie[]> {
  const cookies = await native.cookies.getAll({
    storeId,
    partitionKey: {},
    ...(browserKind === 'firefox' ? { firstPartyDomain: null } : {}),
  } as chrome.cookies.GetAllDetails);
  return cookies.map(toBrowserCookie);
}
