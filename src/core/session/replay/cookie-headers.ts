/** The Cookie headers of a replay: made of what the recording holds, for one request of it. */

import { domainMatches } from '../../cookie/domain-match.ts';
import { pathMatches } from '../../cookie/path-match.ts';
import type { Recording, RequestEntry } from '../../recording/recording.ts';
import { schemefulSite, urlParts } from '../../site/site.ts';
import { isTrustworthy } from '../../site/trustworthy.ts';

export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** null: no cookies. RFC 6265bis section 5.8.3: a cookie without a name is its value alone. */
export function headerOf(pairs: readonly Pair[]): string | null {
  if (pairs.length === 0) return null;
  return pairs.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; ');
}

/** What a browser that holds the recording's cookies would send with a request of its own site. */
export function currentPairs(recording: Recording, request: RequestEntry, now: number): readonly Pair[] {
  const parts = urlParts(request.url);
  if (parts === null) return [];
  const partition = schemefulSite(request.topLevelUrl);
  const sent = [...recording.cookies.values()].filter(({ present, cookie }) => {
    const { domain, hostOnly, path, secure, expires, partitionKey } = cookie;
    if (!present || (expires !== null && expires <= now)) return false;
    if (secure && !isTrustworthy(request.url)) return false;
    if (partitionKey !== null && partitionKey !== partition) return false;
    return (
      (hostOnly ? parts.host === domain : domainMatches(parts.host, domain)) && pathMatches(parts.path, path)
    );
  });
  return sent
    .sort((a, b) => b.cookie.path.length - a.cookie.path.length || a.firstSeen - b.firstSeen)
    .map(({ cookie: { name, value } }) => ({ name, value }));
}
