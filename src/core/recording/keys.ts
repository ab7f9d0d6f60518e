import { cookieKey } from '../cookie/identity.ts';
import type { BrowserCookie } from './fact.ts';
import type { CookieKey, RequestKey, SetCookieKey } from './recording.ts';

type Identity = Pick<
  BrowserCookie,
  'name' | 'domain' | 'hostOnly' | 'path' | 'partitionKey' | 'hasCrossSiteAncestor'
>;

/** Identity within a store. The ancestor bit is part of a partition (CHIPS), so it is part of the key. */
export function keyOf(cookie: Identity): CookieKey {
  const { partitionKey, hasCrossSiteAncestor } = cookie;
  const partition =
    partitionKey !== null && hasCrossSiteAncestor ? `${partitionKey} cross-site` : partitionKey;
  return cookieKey({ ...cookie, partitionKey: partition }) as CookieKey;
}

export function requestKey(requestId: string, hop: number): RequestKey {
  return `${requestId}/${hop}` as RequestKey;
}

export function setCookieKey(request: RequestKey, index: number): SetCookieKey {
  return `${request}#${index}` as SetCookieKey;
}
