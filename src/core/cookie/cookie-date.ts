import { epochTime, toTime } from './calendar-date.ts';
import { chromiumDate } from './date-chromium.ts';
import { firefoxDate } from './date-firefox.ts';
import { rfcDate } from './date-rfc.ts';
import { monthAt } from './month.ts';
import type { Browser } from './types.ts';

/**
 * A cookie date as epoch milliseconds, `undefined` where it is none. All browsers read the usual form alike; the odd ones
 * differ, so ask for the browser's own reading. Source: RFC 6265bis section 5.1.1; Chromium net/cookies/cookie_util.cc,
 * ParseCookieExpirationTime; Firefox's PR_ParseTimeString.
 */
export function parseCookieDate(text: string, options?: { readonly browser?: Browser }): number | undefined {
  return cookieDate(text, options?.browser ?? 'chromium');
}

/** As `parseCookieDate`, for callers in a hurry. */
export function cookieDate(text: string, browser: Browser): number | undefined {
  const usual = text.length === 29 && form.test(text) ? fixdate(text) : undefined;
  if (usual !== undefined) return usual;
  if (browser === 'firefox') return firefoxDate(text);
  const date = browser === 'chromium' ? chromiumDate(text) : rfcDate(text);
  return date === undefined ? undefined : toTime(date, browser);
}

/** `Sun, 06 Nov 1994 08:49:37 GMT`, with spaces or dashes in the date: what nearly every server sends, and all read alike. */
const form =
  /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat), [0-3]\d[- ][A-Za-z]{3}[- ][1-9]\d{3} [0-2]\d:[0-5]\d:[0-5]\d GMT$/;

/** The time of a text of that form; `undefined` where the date wants a closer look. */
function fixdate(text: string): number | undefined {
  const month = monthAt(text, 8);
  const day = twoDigits(text, 5);
  const year = twoDigits(text, 12) * 100 + twoDigits(text, 14);
  const hour = twoDigits(text, 17);
  if (month === -1 || day === 0 || day > 28 || year < 1601 || hour > 23) return undefined;
  return epochTime({ year, month, day, hour, minute: twoDigits(text, 20), second: twoDigits(text, 23) });
}

/** Of two characters that are digits. */
function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 0x30 * 11;
}
