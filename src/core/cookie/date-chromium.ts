import { type CalendarDate, fullYear } from './calendar-date.ts';
import { dateTokens } from './date-tokens.ts';
import { monthAt } from './month.ts';

const time = /^(\d+):(\d+):(\d+)$/;
const digits = /^\d+$/;

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * The parts of a cookie date as Chromium picks them: a token that begins with a digit is the time where it holds a colon,
 * the day where it has at most two characters, else the year where it has at most five; other tokens can only be the
 * month. Numbers are digits alone. Source: Chromium net/cookies/cookie_util.cc, ParseCookieExpirationTime, as of 156.
 */
export function chromiumDate(text: string): CalendarDate | undefined {
  let clock: Clock | undefined;
  let day = -1;
  let month = -1;
  let year = -1;
  for (const token of dateTokens(text)) {
    const first = token.charCodeAt(0);
    if (first < 0x30 || first > 0x39) {
      if (month === -1) month = monthAt(token, 0);
    } else if (token.includes(':')) {
      clock ??= clockOf(token);
    } else if (day === -1 && token.length <= 2) {
      if (digits.test(token)) day = Number(token);
    } else if (year === -1 && token.length <= 5 && digits.test(token)) {
      year = Number(token);
    }
  }
  if (clock === undefined || day === -1 || month === -1 || year === -1) return undefined;
  return { year: fullYear(year), month, day, ...clock };
}

/** Each part may have any number of zeros in front, but has to fit an int. */
function clockOf(token: string): Clock | undefined {
  const parts = time.exec(token);
  if (parts === null) return undefined;
  const [hour, minute, second] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return Math.max(hour, minute, second) > 0x7fffffff ? undefined : { hour, minute, second };
}
