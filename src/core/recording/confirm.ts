/**
 * Predicted, then confirmed or contradicted: what the cookie store shows is set against what the engine said
 * of the Set-Cookie lines.
 */
import type { BrowserCookie } from './fact.ts';
import type { CookieEntry, CookieKey, Recording, SetCookieEntry, Site, Writer } from './recording.ts';

/** A write without a line that explains it within this time is not the response's. */
const MATCH_WITHIN_MS = 30_000;

/** Who wrote a cookie that the store shows now; settles the line that did. */
export function explainWrite(
  recording: Recording,
  key: CookieKey,
  cookie: BrowserCookie,
  at: number,
): Writer {
  const stored = takeMatching(recording.index.unconfirmed, key, cookie.value, at);
  if (stored !== null) {
    stored.confirmed = !isDeletion(stored);
    return { kind: 'response', setCookie: stored.key };
  }
  const refused = takeMatching(recording.index.refused, cookie.name, cookie.value, at);
  if (refused !== null) {
    refused.confirmed = false;
    return { kind: 'response', setCookie: refused.key };
  }
  return { kind: 'script-or-extension' };
}

/** Who removed a cookie; settles the line that did. */
export function explainRemoval(recording: Recording, key: CookieKey, at: number): Writer {
  const waiting = recording.index.unconfirmed.get(key);
  const deletion = waiting?.findLast((entry) => isDeletion(entry) && recent(entry, at));
  if (deletion === undefined) return { kind: 'script-or-extension' };
  deletion.confirmed = true;
  forgetUpTo(recording.index.unconfirmed, key, deletion);
  return { kind: 'response', setCookie: deletion.key };
}

function takeMatching<K>(
  waiting: Map<K, SetCookieEntry[]>,
  key: K,
  value: string,
  at: number,
): SetCookieEntry | null {
  const match = waiting
    .get(key)
    ?.find((entry) => entry.parsed.ok && entry.parsed.cookie.value === value && recent(entry, at));
  if (match === undefined) return null;
  forgetUpTo(waiting, key, match);
  return match;
}

function recent(entry: SetCookieEntry, at: number): boolean {
  return at - entry.at < MATCH_WITHIN_MS;
}

/** Lines before a settled one were overwritten by it: nothing will ever tell of them. */
function forgetUpTo<K>(waiting: Map<K, SetCookieEntry[]>, key: K, entry: SetCookieEntry): void {
  const list = waiting.get(key);
  if (list === undefined) return;
  const rest = list.slice(list.indexOf(entry) + 1);
  if (rest.length === 0) waiting.delete(key);
  else waiting.set(key, rest);
}

export function isDeletion(entry: SetCookieEntry): boolean {
  return entry.predicted.stored && entry.predicted.expired === true;
}

/**
 * The store was read at `at` for `sites`: settles every line older than that.
 * Call it before the reading's differences are applied: `gone` names cookies that should be there and are not.
 */
export function settleByReading(
  recording: Recording,
  sites: ReadonlySet<Site>,
  at: number,
  gone: ReadonlySet<string>,
  found: ReadonlyMap<string, BrowserCookie>,
): void {
  for (const [key, waiting] of recording.index.unconfirmed) {
    const newest = waiting.at(-1);
    if (newest === undefined || newest.at > at || !sites.has(newest.request.site)) continue;
    newest.confirmed = verdictFor(newest, recording.cookies.get(key), gone.has(key), found.get(key));
    recording.index.unconfirmed.delete(key);
  }
  for (const [name, waiting] of recording.index.refused) {
    const newest = waiting.at(-1);
    if (newest === undefined || newest.at > at || !sites.has(newest.request.site)) continue;
    for (const entry of waiting) entry.confirmed = !appeared(entry, found.values());
    recording.index.refused.delete(name);
  }
}

function verdictFor(
  line: SetCookieEntry,
  entry: CookieEntry | undefined,
  isGone: boolean,
  found: BrowserCookie | undefined,
): boolean | null {
  const present = (entry?.present ?? false) && !isGone;
  if (isDeletion(line)) return !present && found === undefined;
  if (!present && found === undefined) {
    // It was predicted to be there and nothing removed it that we saw: the store contradicts.
    return isGone ? false : null;
  }
  const value = found?.value ?? entry?.cookie.value;
  return line.parsed.ok && line.parsed.cookie.value === value ? true : null;
}

/** A refused cookie that the store newly shows with that very value. */
function appeared(line: SetCookieEntry, found: Iterable<BrowserCookie>): boolean {
  if (!line.parsed.ok) return false;
  for (const cookie of found) {
    if (cookie.name === line.parsed.cookie.name && cookie.value === line.parsed.cookie.value) return true;
  }
  return false;
}
