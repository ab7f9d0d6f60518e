/** Cookies of a request's site that were there and stayed at home, each with why (RFC 6265bis section 5.8.3). */
import { judgeSend } from '../cookie/send.ts';
import type { CookieBlockedReason, ReadContext } from '../cookie/types.ts';
import { cookieAt } from './at-time.ts';
import type { BrowserCookie } from './fact.ts';
import type { CookieEntry, Recording, RequestEntry } from './recording.ts';

export interface Withheld {
  readonly entry: CookieEntry;
  /** As it was when the request left. */
  readonly cookie: BrowserCookie;
  /**
   * `judged`: our engine says why. `unexplained`: it should have gone by all rules we know, and did not — third-party
   * blocking, a request without credentials, or another extension.
   */
  readonly why: 'judged' | 'unexplained';
  readonly reasons: readonly CookieBlockedReason[];
}

/**
 * For a request whose headers were seen. Cookies that went are recognised by their place in the header; a cookie
 * that was there with another identity but the same name and value counts as gone along. O(cookies of the tab).
 */
export function withheldFrom(recording: Recording, request: RequestEntry): Withheld[] {
  if (!request.headersSeen) return [];
  const sentPairs = new Set(request.sent.map(({ name, value }) => `${name}=${value}`));
  const sentKeys = new Set(request.sent.map(({ cookie }) => cookie));
  const context: ReadContext = {
    url: request.url,
    now: request.at,
    method: request.method,
    sameSiteContext: request.requestContext,
    topLevelSite: request.topLevelUrl,
  };
  const withheld: Withheld[] = [];
  for (const entry of recording.cookies.values()) {
    if (entry.site !== request.site || sentKeys.has(entry.key)) continue;
    const cookie = cookieAt(entry, request.at);
    if (cookie === null || (cookie.expires !== null && cookie.expires <= request.at)) continue;
    if (!isInPartition(cookie, request) || sentPairs.has(`${cookie.name}=${cookie.value}`)) continue;
    const stored = { ...cookie, creation: entry.firstSeen, lastAccess: entry.firstSeen, size: 0 };
    const reasons = judgeSend(stored, context, recording.browser);
    withheld.push({ entry, cookie, why: reasons.length > 0 ? 'judged' : 'unexplained', reasons });
  }
  return withheld;
}

/** A cookie of another partition does not exist for the request at all. */
function isInPartition(
  { partitionKey, hasCrossSiteAncestor }: BrowserCookie,
  request: RequestEntry,
): boolean {
  if (partitionKey === null) return true;
  return (
    partitionKey.endsWith(`//${request.topLevelSite}`) &&
    (hasCrossSiteAncestor ?? false) === request.hasCrossSiteAncestor
  );
}
