/** Set-Cookie lines of a response: parsed, judged, and applied as the engine says the browser will. */
import { defaultPath } from '../cookie/default-path.ts';
import { utf8Length } from '../cookie/octets.ts';
import { parseSetCookie } from '../cookie/parse-set-cookie.ts';
import { judgeSet } from '../cookie/store.ts';
import type { SetContext, SetCookie, SetResult, StoredCookie } from '../cookie/types.ts';
import { urlParts } from '../site/site.ts';
import { pushBounded } from './bounded.ts';
import { applyRemoval, applyWrite, remember } from './cookies.ts';
import type { BrowserCookie } from './fact.ts';
import { keyOf, setCookieKey } from './keys.ts';
import type { CookieEntry, CookieKey, Recording, RequestEntry, SetCookieEntry } from './recording.ts';

const MAX_LINKS = 50;

export function receiveSetCookies(
  recording: Recording,
  request: RequestEntry,
  lines: readonly string[],
): void {
  if (lines.length === 0) return;
  const entries: SetCookieEntry[] = [];
  for (const [index, line] of lines.entries()) {
    entries.push(receive(recording, request, line, index));
    request.setCookieBytes += utf8Length(line);
  }
  request.setCookies = entries;
}

function receive(recording: Recording, request: RequestEntry, line: string, index: number): SetCookieEntry {
  const at = request.respondedAt ?? request.at;
  const parsed = parseSetCookie(line, { browser: recording.browser });
  const predicted = predict(recording, request, line, at, parsed.ok ? parsed.cookie : null);
  const target = targetOf(predicted, request);
  const entry: SetCookieEntry = {
    key: setCookieKey(request.key, index),
    request,
    index,
    at,
    line,
    parsed,
    predicted,
    cookie: target === null ? null : keyOf(target),
    confirmed: null,
  };
  recording.setCookies.set(entry.key, entry);
  apply(recording, entry, target);
  return entry;
}

function predict(
  recording: Recording,
  request: RequestEntry,
  line: string,
  now: number,
  cookie: SetCookie | null,
): SetResult {
  const context: SetContext = {
    url: request.url,
    now,
    sameSiteContext: request.responseContext,
    topLevelSite: request.topLevelUrl,
  };
  const rivals = cookie === null ? [] : rivalsOf(recording, request.url, cookie);
  return judgeSet(line, context, rivals, recording.browser);
}

/**
 * The cookies that a line can meet: of its name and path, and for what comes over http any Secure one of its name.
 * Told apart before anything is made of them: a page can have hundreds of one name.
 */
function rivalsOf(recording: Recording, url: string, { name, path }: SetCookie): StoredCookie[] {
  const from = urlParts(url);
  const named = recording.index.cookiesByName.get(name);
  if (from === null || named === undefined) return [];
  const its = path?.startsWith('/') ? path : defaultPath(from.path);
  const rivals: StoredCookie[] = [];
  for (const entry of named) {
    const isRival = entry.cookie.path === its || (entry.cookie.secure && !from.trustworthy);
    if (isRival && entry.present) rivals.push(toStored(entry));
  }
  return rivals;
}

/** The engine's view of a cookie the recording holds. */
export function toStored(entry: CookieEntry): StoredCookie {
  return {
    ...entry.cookie,
    creation: entry.firstSeen,
    lastAccess: entry.lastSent ?? entry.firstSeen,
    size: 0,
  };
}

/** The cookie the browser will have, where it takes the line. */
export function targetOf(
  predicted: SetResult,
  { hasCrossSiteAncestor }: Pick<RequestEntry, 'hasCrossSiteAncestor'>,
): BrowserCookie | null {
  if (!predicted.stored) return null;
  const { name, value, domain, hostOnly, path, secure, httpOnly, sameSite, partitionKey, expires } =
    predicted.cookie;
  const base = { name, value, domain, hostOnly, path, secure, httpOnly, sameSite, partitionKey, expires };
  return partitionKey === null ? base : { ...base, hasCrossSiteAncestor };
}

function apply(recording: Recording, entry: SetCookieEntry, target: BrowserCookie | null): void {
  const by = { kind: 'response', setCookie: entry.key } as const;
  if (target === null || entry.cookie === null) {
    noteRejection(recording, entry);
    return;
  }
  const key: CookieKey = entry.cookie;
  if (entry.predicted.stored && entry.predicted.expired) {
    applyRemoval(recording, key, entry.at, 'expired_overwrite', by);
  } else {
    applyWrite(recording, target, entry.at, by);
  }
  const cookie = recording.cookies.get(key);
  if (cookie !== undefined) {
    cookie.parties.add(entry.request.party);
    pushBounded(cookie.setBy, entry.key, MAX_LINKS);
  }
  awaitIn(recording.index.unconfirmed, key, entry);
}

/** A refused line is told in the history of every cookie of that name the request could have meant. */
function noteRejection(recording: Recording, entry: SetCookieEntry): void {
  if (!entry.parsed.ok) return;
  const { name } = entry.parsed.cookie;
  awaitIn(recording.index.refused, name, entry);
  for (const cookie of recording.index.cookiesByName.get(name) ?? []) {
    if (cookie.site === entry.request.site) {
      remember(cookie, { kind: 'rejected', at: entry.at, setCookie: entry.key });
    }
  }
}

function awaitIn<K>(waiting: Map<K, SetCookieEntry[]>, key: K, entry: SetCookieEntry): void {
  const list = waiting.get(key);
  if (list === undefined) waiting.set(key, [entry]);
  else pushBounded(list, entry, MAX_LINKS);
}
