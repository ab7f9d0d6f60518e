/** A cookie's life: written, renewed, gone — by whom, and when. */
import { siteOfHost } from '../site/site.ts';
import { pushBounded } from './bounded.ts';
import type { BrowserCookie, CookieChangeCause } from './fact.ts';
import { keyOf } from './keys.ts';
import type { CookieEntry, CookieEvent, CookieKey, Recording, Site, Writer } from './recording.ts';

const MAX_HISTORY = 100;
/**
 * Every line looks at all cookies of its name. Browsers keep 180 a site, so more than this of one name is a page
 * that wants us slow: those least recently written are no longer found by name.
 */
const MAX_NAMED = 200;
/** The store rounds expiry, and a response's clock is not the store's: closer than this is the same. */
export const EXPIRY_TOLERANCE_MS = 2000;

export function remember(entry: CookieEntry, event: CookieEvent): void {
  entry.forgotten += pushBounded(entry.history, event, MAX_HISTORY);
}

/** A cookie is there with this value and these attributes. */
export function applyWrite(recording: Recording, cookie: BrowserCookie, at: number, by: Writer): CookieEntry {
  const key = keyOf(cookie);
  const entry = recording.cookies.get(key);
  if (entry === undefined) return addEntry(recording, key, cookie, at, by);
  const before = entry.cookie;
  if (!entry.present)
    remember(entry, { kind: by.kind === 'before' ? 'seen' : 'created', at, after: cookie, by });
  else if (sameContent(before, cookie)) remember(entry, { kind: 'renewed', at, after: cookie, by });
  else remember(entry, { kind: 'changed', at, before, after: cookie, by });
  entry.cookie = cookie;
  entry.present = true;
  entry.changedAt = at;
  indexByName(recording, entry);
  return entry;
}

function addEntry(
  recording: Recording,
  key: CookieKey,
  cookie: BrowserCookie,
  at: number,
  by: Writer,
): CookieEntry {
  const entry: CookieEntry = {
    key,
    site: siteOfHost(cookie.domain) as Site,
    cookie,
    present: true,
    firstSeen: at,
    changedAt: at,
    history: [{ kind: by.kind === 'before' ? 'seen' : 'created', at, after: cookie, by }],
    forgotten: 0,
    explainedLater: 0,
    requests: 0,
    lastSent: null,
    parties: new Set(),
    setBy: [],
    sentBy: [],
  };
  indexEntry(recording, entry);
  return entry;
}

export function indexEntry(recording: Recording, entry: CookieEntry): void {
  recording.cookies.set(entry.key, entry);
  indexByName(recording, entry);
}

function indexByName(recording: Recording, entry: CookieEntry): void {
  const { cookiesByName } = recording.index;
  const named = cookiesByName.get(entry.cookie.name);
  if (named === undefined) {
    cookiesByName.set(entry.cookie.name, new Set([entry]));
    return;
  }
  named.delete(entry);
  named.add(entry);
  if (named.size <= MAX_NAMED) return;
  for (const oldest of named) {
    named.delete(oldest);
    return;
  }
}

/** A cookie is no longer there. */
export function applyRemoval(
  recording: Recording,
  key: CookieKey,
  at: number,
  cause: CookieChangeCause | 'absent',
  by: Writer,
): void {
  const entry = recording.cookies.get(key);
  if (entry === undefined || !entry.present) return;
  remember(entry, { kind: 'gone', at, cause, by });
  entry.present = false;
  entry.changedAt = at;
}

/** Equal value and attributes, whatever the expiry. */
function sameContent(a: BrowserCookie, b: BrowserCookie): boolean {
  return (
    a.value === b.value &&
    a.secure === b.secure &&
    a.httpOnly === b.httpOnly &&
    a.sameSite === b.sameSite &&
    (a.expires === null) === (b.expires === null)
  );
}

/** Nothing a person would call a difference. */
export function sameCookie(a: BrowserCookie, b: BrowserCookie): boolean {
  if (!sameContent(a, b)) return false;
  return a.expires === null || b.expires === null || Math.abs(a.expires - b.expires) < EXPIRY_TOLERANCE_MS;
}
