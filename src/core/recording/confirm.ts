/**
 * Predicted, then confirmed or contradicted: what the cookie store shows is set against what the engine said
 * of the Set-Cookie lines.
 */
import { siteOfHost } from '../site/site.ts';
import { EXPIRY_TOLERANCE_MS } from './cookies.ts';
import type { BrowserCookie } from './fact.ts';
import type { CookieEntry, CookieKey, Recording, SetCookieEntry, Site, Writer } from './recording.ts';
import { explainByScript } from './script-claims.ts';

/** A write without a line that explains it within this time is not the response's. */
const MATCH_WITHIN_MS = 30_000;

/** Who wrote a cookie that the store shows now; settles the line that did. */
export function explainWrite(
  recording: Recording,
  key: CookieKey,
  cookie: BrowserCookie,
  at: number,
): Writer {
  const { unconfirmed, refused } = recording.index;
  const writes = (entry: SetCookieEntry) => hasValue(entry, cookie.value) && recent(entry, at);
  const waiting = unconfirmed.get(key) ?? [];
  // A deletion that had nothing to delete is never told of: it explains a write only where no other line does.
  const stored = waiting.find((entry) => writes(entry) && !isDeletion(entry)) ?? waiting.find(writes);
  if (stored !== undefined) {
    stored.confirmed = !isDeletion(stored);
    forgetUpTo(unconfirmed, key, stored);
    return { kind: 'response', setCookie: stored.key };
  }
  const appeared = refused.get(cookie.name)?.find((entry) => writes(entry) && isOfSite(entry, cookie));
  if (appeared !== undefined) {
    appeared.confirmed = false;
    keepWaiting(refused, cookie.name, (entry) => entry !== appeared);
    return { kind: 'response', setCookie: appeared.key };
  }
  return explainByScript(recording, cookie, false, at);
}

/** Who removed a cookie; settles the line that did. */
export function explainRemoval(
  recording: Recording,
  key: CookieKey,
  cookie: BrowserCookie,
  at: number,
): Writer {
  const waiting = recording.index.unconfirmed.get(key);
  const deletion = waiting?.findLast((entry) => isDeletion(entry) && recent(entry, at));
  if (deletion === undefined) return explainByScript(recording, cookie, true, at);
  deletion.confirmed = true;
  forgetUpTo(recording.index.unconfirmed, key, deletion);
  return { kind: 'response', setCookie: deletion.key };
}

function hasValue({ parsed }: SetCookieEntry, value: string): boolean {
  return parsed.ok && parsed.cookie.value === value;
}

/** A refused line names no identity; what it could have set is of its own site. */
function isOfSite({ request }: SetCookieEntry, cookie: BrowserCookie): boolean {
  return siteOfHost(cookie.domain) === request.site;
}

function recent(entry: SetCookieEntry, at: number): boolean {
  return at - entry.at < MATCH_WITHIN_MS;
}

/** Lines before a settled one were overwritten by it: nothing will ever tell of them. */
function forgetUpTo<K>(waiting: Map<K, SetCookieEntry[]>, key: K, entry: SetCookieEntry): void {
  const place = waiting.get(key)?.indexOf(entry) ?? -1;
  keepWaiting(waiting, key, (_, index) => index > place);
}

function keepWaiting<K>(
  waiting: Map<K, SetCookieEntry[]>,
  key: K,
  keep: (entry: SetCookieEntry, index: number) => boolean,
): void {
  const rest = waiting.get(key)?.filter(keep) ?? [];
  if (rest.length === 0) waiting.delete(key);
  else waiting.set(key, rest);
}

export function isDeletion(entry: SetCookieEntry): boolean {
  return entry.predicted.stored && entry.predicted.expired === true;
}

/**
 * The store was read for `sites` and shows what was true at `at`: settles every line older than that.
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
    if (newest === undefined || newest.at >= at || !sites.has(newest.request.site)) continue;
    newest.confirmed = verdictFor(newest, recording.cookies.get(key), gone.has(key), found.get(key), at);
    recording.index.unconfirmed.delete(key);
  }
  if (recording.index.refused.size === 0) return;
  const byName = groupByName(found.values());
  for (const [name, waiting] of recording.index.refused) {
    const isSettled = (entry: SetCookieEntry) => entry.at < at && sites.has(entry.request.site);
    for (const entry of waiting) {
      if (isSettled(entry)) entry.confirmed = refusalShown(recording, entry, name, byName.get(name) ?? []);
    }
    keepWaiting(recording.index.refused, name, (entry) => !isSettled(entry));
  }
}

function groupByName(cookies: Iterable<BrowserCookie>): ReadonlyMap<string, BrowserCookie[]> {
  const groups = new Map<string, BrowserCookie[]>();
  for (const cookie of cookies) {
    const group = groups.get(cookie.name);
    if (group === undefined) groups.set(cookie.name, [cookie]);
    else group.push(cookie);
  }
  return groups;
}

function verdictFor(
  line: SetCookieEntry,
  entry: CookieEntry | undefined,
  isGone: boolean,
  found: BrowserCookie | undefined,
  at: number,
): boolean | null {
  const present = (entry?.present ?? false) && !isGone;
  if (isDeletion(line)) {
    // Written again since: that it is there says nothing of the deletion.
    if (present && entry !== undefined && entry.changedAt > line.at) return null;
    return !present && found === undefined;
  }
  if (!present && found === undefined) {
    // It was predicted to be there and nothing removed it that we saw: the store contradicts.
    return isGone && !ranOut(line, at) ? false : null;
  }
  const value = found?.value ?? entry?.cookie.value;
  return line.parsed.ok && line.parsed.cookie.value === value ? true : null;
}

/** Short-lived enough to have been stored and gone again before the store was read. */
function ranOut({ predicted }: SetCookieEntry, at: number): boolean {
  if (!predicted.stored || predicted.cookie.expires === null) return false;
  return predicted.cookie.expires <= at + EXPIRY_TOLERANCE_MS;
}

/**
 * Whether the store bears a refusal out. No where it newly shows that very cookie; nobody can tell where one of that
 * name and value was there before.
 */
function refusalShown(
  recording: Recording,
  line: SetCookieEntry,
  name: string,
  found: readonly BrowserCookie[],
): boolean | null {
  let isAmbiguous = false;
  for (const known of recording.index.cookiesByName.get(name) ?? []) {
    const { cookie, present } = known;
    isAmbiguous ||= present && hasValue(line, cookie.value) && isOfSite(line, cookie);
  }
  if (isAmbiguous) return null;
  return !found.some((cookie) => hasValue(line, cookie.value) && isOfSite(line, cookie));
}
