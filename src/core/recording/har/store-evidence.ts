/**
 * A HAR holds no cookie store. What a request sent shows what the store held: cookies that no recorded response set were
 * there before, or were written by somebody who is not recorded; those that one set are confirmed.
 */
import { isDeletion } from '../confirm.ts';
import type { BrowserCookie, Fact } from '../fact.ts';
import type { CookieEntry, Recording, SetCookieEntry } from '../recording.ts';
import { fitsRequest } from '../sent.ts';
import { siteOf } from '../sites.ts';
import type { CookieHints } from './cookie-hints.ts';
import type { HarEntry, SentPair } from './entry.ts';

/** More than browsers send to one host. */
const MAX_PAIRS = 300;

export interface Evidence {
  /** Facts to put before what the request sent. */
  before(entry: HarEntry, at: number): Fact[];
}

/** @param fullView no writer but scripts of its pages goes unrecorded, so a cookie that is suddenly there is theirs. */
export function storeEvidence(recording: Recording, hints: CookieHints, fullView: boolean): Evidence {
  /** By host and path: the names that its last page load sent. */
  const lastSent = new Map<string, ReadonlySet<string>>();

  const factOf = (entry: HarEntry, pair: SentPair, at: number, isNew: boolean): Fact | null => {
    const { name, value } = pair;
    const named = [...(recording.index.cookiesByName.get(name) ?? [])].filter((known) =>
      fitsRequest(known, entry.host, entry.path),
    );
    const same = named.filter(({ cookie }) => cookie.value === value);
    if (same.length > 0) return confirmation(recording, same, value, at);
    // A request under way while the answer with the new value came: the old one is no change.
    if (named.some((known) => held(known, value))) return null;
    const refused = recording.index.refused.get(name)?.some((line) => isRefusalOf(line, entry, value));
    const [known] = named;
    const cookie =
      named.length === 1 && known !== undefined
        ? { ...known.cookie, value }
        : named.length === 0
          ? hints.identify(entry, pair)
          : null;
    if (cookie === null) return null;
    if (refused) return change(cookie, at);
    const byScript = known === undefined ? isNew : writtenByScript(known);
    return byScript ? change(cookie, at) : { kind: 'jar', at, sites: [], cookies: [cookie], gone: [] };
  };

  return {
    before(entry, at) {
      const facts: Fact[] = [];
      let index = -1;
      for (const pair of entry.sent) {
        index += 1;
        if (pair.name === '' || index >= MAX_PAIRS || isSettled(recording, entry, pair)) continue;
        // Of several with one name the last has the shortest path: the one that a server most likely meant.
        if (entry.sent.findLastIndex(({ name }) => name === pair.name) !== index) continue;
        const earlier = fullView ? lastSent.get(placeOf(entry)) : undefined;
        const fact = factOf(entry, pair, at, earlier !== undefined && !earlier.has(pair.name));
        if (fact !== null) facts.push(fact);
      }
      if (fullView && entry.headersSeen && isOrdinaryLoad(entry)) {
        facts.push(...removedByScript(recording, entry, at));
        lastSent.set(placeOf(entry), new Set(entry.sent.map(({ name }) => name)));
      }
      return facts;
    },
  };
}

function placeOf({ host, path }: HarEntry): string {
  return `${host} ${path}`;
}

/** What most pairs are: a cookie that is known and waits for no confirmation. */
function isSettled({ index }: Recording, { host, path }: HarEntry, { name, value }: SentPair): boolean {
  const named = index.cookiesByName.get(name);
  if (named?.size !== 1) return false;
  for (const known of named)
    return (
      known.cookie.value === value && fitsRequest(known, host, path) && !index.unconfirmed.has(known.key)
    );
  return false;
}

function confirmation(
  recording: Recording,
  same: readonly CookieEntry[],
  value: string,
  at: number,
): Fact | null {
  const [only] = same;
  if (same.length !== 1 || only === undefined || !only.present) return null;
  const waiting = recording.index.unconfirmed.get(only.key)?.at(-1);
  const isLine = waiting?.parsed.ok === true && waiting.parsed.cookie.value === value && !isDeletion(waiting);
  return isLine ? change(only.cookie, at) : null;
}

function change(cookie: BrowserCookie, at: number): Fact {
  return { kind: 'cookie', at, removed: false, cause: 'explicit', cookie };
}

/** Answers under way may bring a cookie while a page is asked for. */
const SETTLED_MS = 500;

/**
 * Cookies that a page of the site is asked for without. No recorded response took them, so script did; where one that script
 * cannot take is missing as well, the file does not hold all that was sent.
 */
function removedByScript(
  recording: Recording,
  { sent, host, path, url, site }: HarEntry,
  at: number,
): Fact[] {
  const names = new Set(sent.map(({ name }) => name));
  const isSecure = url.startsWith('https:');
  const missing: BrowserCookie[] = [];
  for (const entry of recording.cookies.values()) {
    const { cookie } = entry;
    if (!entry.present || entry.site !== site || names.has(cookie.name) || cookie.partitionKey !== null)
      continue;
    if ((cookie.secure && !isSecure) || (cookie.expires ?? Number.POSITIVE_INFINITY) <= at) continue;
    if (entry.changedAt > at - SETTLED_MS || !fitsRequest(entry, host, path)) continue;
    if (cookie.httpOnly) return [];
    missing.push(cookie);
  }
  return missing.map((cookie) => ({ kind: 'cookie', at, removed: true, cause: 'explicit', cookie }));
}

function held({ history }: CookieEntry, value: string): boolean {
  return history.some(
    (event) =>
      ('after' in event && event.after.value === value) ||
      ('before' in event && event.before.value === value),
  );
}

function isRefusalOf({ parsed, request }: SetCookieEntry, entry: HarEntry, value: string): boolean {
  return parsed.ok && parsed.cookie.value === value && request.site === siteOf(entry.url);
}

function writtenByScript({ cookie, history }: CookieEntry): boolean {
  const last = history.at(-1);
  return !cookie.httpOnly && last !== undefined && 'by' in last && last.by.kind === 'script-or-extension';
}

/** One that carries every cookie of its URL: asked for by the site itself, or by the person. */
function isOrdinaryLoad({ requestHeaders, hints, fromCache }: HarEntry): boolean {
  if (fromCache) return false;
  const site = requestHeaders.find(({ name }) => name === 'sec-fetch-site')?.value;
  return (
    (site === 'none' || site === 'same-origin') && (hints.upgrades || hints.accept.startsWith('text/html'))
  );
}
