import { differencesOf } from './differences.ts';
import type { KeptCookie } from './snapshot.ts';

/** A server's clock is not the browser's, and lifetimes are whole seconds: closer than this is as long. */
const SLACK_MS = 5_000;

/**
 * Whether only the expiry differs, and only because the cookie was written again: it lives as long as before, or,
 * where it is not known when it was written, its end moved along with time.
 * @param a When `before` was looked at, in epoch milliseconds; `b` likewise for `after`.
 */
export function isRenewal(before: KeptCookie, after: KeptCookie, a: number, b: number): boolean {
  const [first, ...more] = differencesOf(before.cookie, after.cookie, 0);
  if (first?.attribute !== 'expires' || more.length > 0) return false;
  const { from, to } = first;
  if (from === null || to === null) return false;
  if (before.writtenAt !== null && after.writtenAt !== null)
    return Math.abs(to - after.writtenAt - (from - before.writtenAt)) <= SLACK_MS;
  return b >= a ? to >= from : to <= from;
}
