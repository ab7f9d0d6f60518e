import type { BrowserCookie } from './fact.ts';
import type { CookieEntry } from './recording.ts';

/** What a cookie was at a moment; null: not there, or not known to have been. O(length of its history). */
export function cookieAt(entry: CookieEntry, at: number): BrowserCookie | null {
  for (let index = entry.history.length - 1; index >= 0; index -= 1) {
    const event = entry.history[index];
    if (event === undefined || event.at > at || event.kind === 'rejected') continue;
    return event.kind === 'gone' ? null : event.after;
  }
  // Older events fell off a bounded history: what the first one left says what it replaced.
  const first = entry.history.find((event) => event.kind === 'changed');
  return entry.forgotten > 0 && entry.firstSeen <= at && first !== undefined ? first.before : null;
}
