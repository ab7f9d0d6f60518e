import type { Browser } from './types.ts';

/** Year as written in full, month 0 to 11. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Two-digit years: 70 to 99 are 19xx, 00 to 69 are 20xx. Source: RFC 6265bis section 5.1.1, steps 3 and 4. */
export function fullYear(year: number): number {
  if (year >= 70 && year <= 99) return year + 1900;
  return year >= 0 && year <= 69 ? year + 2000 : year;
}

/**
 * Epoch milliseconds, `undefined` for a date that does not exist. The RFC refuses years before 1601, Chromium takes them
 * for what they are: long ago. Source: RFC 6265bis section 5.1.1, steps 5 and 6.
 */
export function toTime(date: CalendarDate, browser: Browser): number | undefined {
  const { year, month, day, hour, minute, second } = date;
  if (day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return undefined;
  if (year < 1601 && browser !== 'chromium') return undefined;
  if (day > 28 && day > daysOf(month, year)) return undefined;
  return epochTime(date);
}

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function daysOf(month: number, year: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 1 && isLeap ? 29 : (days[month] ?? 0);
}

/** Days before each month, in a year that begins in March: so a leap day is the last of its year. */
const daysBefore = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275] as const;
const daysTo1970 = 719_468;

/**
 * Epoch milliseconds of a Gregorian date, in UTC; what is past the end of its unit (30 February, 24:00) counts on into the
 * next. Years from 0. `Date.UTC` would do the same and takes ten times as long, which shows in every line with Expires.
 */
export function epochTime({ year, month, day, hour, minute, second }: CalendarDate): number {
  const from = month < 2 ? year - 1 : year;
  const leapDays = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  const date = from * 365 + leapDays + (daysBefore[month] ?? 0) + day - 1 - daysTo1970;
  return (((date * 24 + hour) * 60 + minute) * 60 + second) * 1000;
}
