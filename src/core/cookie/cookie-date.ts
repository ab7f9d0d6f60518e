import { type CalendarDate, toTime } from './calendar-date.ts';
import { chromiumDate } from './date-chromium.ts';
import { rfcDate } from './date-rfc.ts';
import { monthAt } from './month.ts';
import type { Browser } from './types.ts';

/**
 * A cookie date as epoch milliseconds, `undefined` where it is none. All browsers read the usual form alike; the odd ones
 * differ, so ask for the browser's own reading. The `firefox` profile reads as the RFC does: Firefox itself also takes
 * time zones, times without seconds, `05/01/2027`, and 30 February for 2 March (tried in ESR 153; not followed).
 * Source: RFC 6265bis section 5.1.1; Chromium net/cookies/cookie_util.cc, ParseCookieExpirationTime.
 */
export function parseCookieDate(text: string, options?: { readonly browser?: Browser }): number | undefined {
  return cookieDate(text, options?.browser ?? 'chromium');
}

/** As `parseCookieDate`, for callers in a hurry. */
export function cookieDate(text: string, browser: Browser): number | undefined {
  const date = fixdate(text) ?? (browser === 'chromium' ? chromiumDate(text) : rfcDate(text));
  return date === undefined ? undefined : toTime(date, browser);
}

/** `Sun, 06 Nov 1994 08:49:37 GMT`, with spaces or dashes in the date: what nearly every server sends. */
function fixdate(text: string): CalendarDate | undefined {
  if (text.length !== 29) return undefined;
  const separator = text.charCodeAt(7);
  if (separator !== 0x20 && separator !== 0x2d) return undefined;
  const isInForm =
    text.charCodeAt(3) === 0x2c &&
    text.charCodeAt(4) === 0x20 &&
    text.charCodeAt(11) === separator &&
    text.charCodeAt(16) === 0x20 &&
    text.charCodeAt(19) === 0x3a &&
    text.charCodeAt(22) === 0x3a &&
    text.charCodeAt(25) === 0x20 &&
    isWord(text, 0) &&
    isWord(text, 26);
  if (!isInForm) return undefined;
  const month = monthAt(text, 8);
  const day = twoDigits(text, 5);
  const year = twoDigits(text, 12) * 100 + twoDigits(text, 14);
  const hour = twoDigits(text, 17);
  const minute = twoDigits(text, 20);
  const second = twoDigits(text, 23);
  // A part that is not two digits makes its sum negative, by far.
  if (month < 0 || day < 0 || year < 100 || hour < 0 || minute < 0 || second < 0) return undefined;
  return { year, month, day, hour, minute, second };
}

/** -1,000,000 where two digits do not stand there. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1_000_000;
}

/** Three letters that are no month, so that a weekday or a time zone cannot be taken for one. */
function isWord(text: string, at: number): boolean {
  for (let index = at; index < at + 3; index += 1) {
    const unit = text.charCodeAt(index) | 0x20;
    if (unit < 0x61 || unit > 0x7a) return false;
  }
  return monthAt(text, at) === -1;
}
