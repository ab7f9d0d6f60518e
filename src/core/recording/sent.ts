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
    const candidates =
      named === undefined ? [] : [...named].filter((entry) => fits(entry, value, request, path));
    const [only] = candidates;
    return { name, value, cookie: candidates.length === 1 && only !== undefined ? only.key : null };
  });
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
