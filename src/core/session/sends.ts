/** Which cookies requests sent, those that no line ever set among them. */
import type { SubjectCookie } from '../audit/subject.ts';
import { domainMatches } from '../cookie/domain-match.ts';
import { pathMatches } from '../cookie/path-match.ts';
import type { RequestEntry, SentCookie } from '../recording/recording.ts';
import { urlParts } from '../site/site.ts';
import { stableId } from './stable-id.ts';

export interface Send {
  readonly request: RequestEntry;
  readonly value: string;
  readonly id: string;
}

export function matchSends(
  requests: readonly RequestEntry[],
  cookies: readonly SubjectCookie[],
): ReadonlyMap<SubjectCookie, readonly Send[]> {
  const byName = new Map<string, SubjectCookie[]>();
  for (const cookie of cookies) {
    const named = byName.get(cookie.ref.name);
    if (named === undefined) byName.set(cookie.ref.name, [cookie]);
    else if (named.length < MAX_NAMED) named.push(cookie);
  }
  const sends = new Map<SubjectCookie, Send[]>();
  // One value is sent with many requests: its ID is told once.
  const newest = new Map<string, { readonly value: string; readonly id: string }>();
  const idOf = (name: string, value: string): string => {
    const known = newest.get(name);
    if (known?.value === value) return known.id;
    const id = stableId(name, value);
    newest.set(name, { value, id });
    return id;
  };
  for (const request of requests) {
    for (const pair of request.sent) {
      const named = byName.get(pair.name);
      const cookie = named === undefined ? undefined : ownerOf(pair, named, request);
      if (cookie === undefined) continue;
      const send = { request, value: pair.value, id: idOf(pair.name, pair.value) };
      const known = sends.get(cookie);
      if (known === undefined) sends.set(cookie, [send]);
      else known.push(send);
    }
  }
  return sends;
}

const MAX_NAMED = 20;

/** The cookie it was told to be, or the only one of its name that the request can have sent. */
function ownerOf(
  pair: SentCookie,
  named: readonly SubjectCookie[],
  request: RequestEntry,
): SubjectCookie | undefined {
  if (pair.cookie !== null) return named.find(({ entry }) => entry?.key === pair.cookie);
  const fitting = named.filter((cookie) => appliesTo(cookie, request.url));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Whether a request of this URL would send the cookie, as far as host and path say. */
export function appliesTo({ ref, entry }: SubjectCookie, url: string): boolean {
  const parts = urlParts(url);
  if (parts === null) return false;
  const hostFits =
    entry?.cookie.hostOnly === false ? domainMatches(parts.host, ref.domain) : parts.host === ref.domain;
  return hostFits && pathMatches(parts.path, ref.path);
}

/** Whether a request sends the cookie if there is one: host, path, scheme and SameSite let it. */
export function wouldSend(cookie: SubjectCookie, { url, requestContext }: RequestEntry): boolean {
  const kept = cookie.entry?.cookie;
  const { schemeful } = requestContext;
  if (kept?.secure && !url.startsWith('https:')) return false;
  if (kept?.sameSite === 'strict' && schemeful !== 'same-site-strict') return false;
  const isLax = kept?.sameSite === 'lax' || kept?.sameSite === 'unspecified';
  if (isLax && schemeful !== 'same-site-strict' && schemeful !== 'same-site-lax') return false;
  return appliesTo(cookie, url);
}
