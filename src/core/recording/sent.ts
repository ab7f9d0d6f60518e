/** Which stored cookies the pairs of a Cookie header can only have been. */
import { domainMatches } from '../cookie/domain-match.ts';
import { pathMatches } from '../cookie/path-match.ts';
import { urlParts } from '../site/site.ts';
import { pushBounded } from './bounded.ts';
import type { CookieEntry, Recording, RequestEntry, SentCookie } from './recording.ts';

const MAX_LINKS = 50;

export function matchSent(
  recording: Recording,
  request: RequestEntry,
  pairs: readonly { readonly name: string; readonly value: string }[],
): SentCookie[] {
  const path = pathOf(request.url);
  return pairs.map(({ name, value }) => {
    const named = recording.index.cookiesByName.get(name);
    const only = named === undefined ? null : theOnly(named, value, request, path);
    return only === null ? { name, value, cookie: null } : pairOf(only, value);
  });
}

/** Every request asks this for every cookie that it sends. */
function theOnly(
  named: Iterable<CookieEntry>,
  value: string,
  request: RequestEntry,
  path: string,
): CookieEntry | null {
  let only: CookieEntry | null = null;
  for (const entry of named) {
    if (!fits(entry, value, request, path)) continue;
    if (only !== null) return null;
    only = entry;
  }
  return only;
}

/** Shared by all requests that send the cookie unchanged: dozens of cookies in thousands of requests are not kept apart. */
function pairOf(entry: CookieEntry, value: string): SentCookie {
  if (entry.pair?.value === value) return entry.pair;
  const pair = { name: entry.cookie.name, value, cookie: entry.key };
  entry.pair = pair;
  return pair;
}

function fits(entry: CookieEntry, value: string, request: RequestEntry, path: string): boolean {
  return entry.cookie.value === value && fitsRequest(entry, request.host, path);
}

/** Whether requests to this host and path can carry it at all. */
export function fitsRequest({ cookie }: CookieEntry, host: string, path: string): boolean {
  return (
    (cookie.hostOnly ? cookie.domain === host : domainMatches(host, cookie.domain)) &&
    pathMatches(path, cookie.path)
  );
}

function pathOf(url: string): string {
  return urlParts(url)?.path ?? '/';
}

export function countSent(recording: Recording, request: RequestEntry): void {
  for (const { cookie } of request.sent) {
    const entry = cookie === null ? undefined : recording.cookies.get(cookie);
    if (entry === undefined) continue;
    entry.requests += 1;
    entry.lastSent = request.at;
    entry.parties.add(request.party);
    pushBounded(entry.sentBy, request.key, MAX_LINKS);
  }
}
