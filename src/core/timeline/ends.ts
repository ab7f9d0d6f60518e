/** Which cookies end soon: what a tester must know before a login runs out in the middle of a test. */
import type { CookieEntry } from '../recording/recording.ts';

/** A present cookie and when it ends, in epoch milliseconds. */
export interface Ending {
  readonly entry: CookieEntry;
  readonly at: number;
}

/** Time enough to finish a sentence and log in again. */
const LONGEST_NOTICE_MS = 5 * 60_000;

/**
 * Whether a cookie with this expiry is there now and no longer once the horizon has passed. Session cookies (null) end
 * with the browser, which is no time.
 * @param now epoch milliseconds
 * @param horizon milliseconds
 */
export function endsWithin(expires: number | null, now: number, horizon: number): expires is number {
  return expires !== null && expires > now && expires <= now + horizon;
}

/**
 * The present cookies that end within the horizon, soonest first; those of one moment by name.
 * @param now epoch milliseconds
 * @param horizon milliseconds
 */
export function endingsWithin(
  entries: Iterable<CookieEntry>,
  now: number,
  horizon: number,
): readonly Ending[] {
  const endings: Ending[] = [];
  for (const entry of entries) {
    const { expires } = entry.cookie;
    if (entry.present && endsWithin(expires, now, horizon)) endings.push({ entry, at: expires });
  }
  return endings.sort((a, b) => a.at - b.at || (a.entry.cookie.name < b.entry.cookie.name ? -1 : 1));
}

/**
 * Whether it ends so soon that a person should be told: within five minutes and the horizon, and in the last quarter of
 * what its last writing gave. A sliding cookie that is in use gets there never.
 * @param now epoch milliseconds
 * @param horizon milliseconds
 */
export function isAboutToEnd({ entry, at }: Ending, now: number, horizon: number): boolean {
  const given = lifetimeGiven(entry);
  const notice = Math.min(LONGEST_NOTICE_MS, horizon, given === null ? Number.POSITIVE_INFINITY : given / 4);
  return endsWithin(at, now, notice);
}

/** Milliseconds that its last writing gave it; null: it was not seen, or gave none. */
function lifetimeGiven({ history, cookie }: CookieEntry): number | null {
  const written = history.findLast(
    ({ kind }) => kind === 'created' || kind === 'changed' || kind === 'renewed',
  );
  if (written === undefined || cookie.expires === null) return null;
  return Math.max(0, cookie.expires - written.at);
}
