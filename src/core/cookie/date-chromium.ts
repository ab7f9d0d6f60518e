import { type CalendarDate, fullYear } from './calendar-date.ts';
import { dateTokens } from './date-tokens.ts';
import { monthAt } from './month.ts';
import { utf8Length } from './octets.ts';

const time = /^(\d{1,2}):(\d{1,2}):(\d{1,2})$/;

/**
 * The parts of a cookie date as Chromium picks them: a token that begins with a digit is the time where it holds a colon,
 * the day where it is at most two octets, else the year where it is at most five; other tokens can only be the month.
 * Source: Chromium net/cookies/cookie_util.cc, ParseCookieExpirationTime.
 */
export function chromiumDate(text: string): CalendarDate | undefined {
  let clock: RegExpExecArray | null = null;
  let day = -1;
  let month = -1;
  let year = -1;
  for (const token of dateTokens(text)) {
    const first = token.charCodeAt(0);
    if (first < 0x30 || first > 0x39) {
      if (month === -1) month = monthAt(token, 0);
    } else if (token.includes(':')) {
      clock ??= time.exec(token);
    } else if (day === -1 && utf8Length(token) <= 2) {
      day = Number.parseInt(token, 10);
    } else if (year === -1 && utf8Length(token) <= 5) {
      year = Number.parseInt(token, 10);
    }
  }
  if (clock === null || day === -1 || month === -1 || year === -1) return undefined;
  return {
    year: fullYear(year),
    month,
    day,
    hour: Number(clock[1]),
    minute: Number(clock[2]),
    second: Number(clock[3]),
  };
}
