import { type CalendarDate, fullYear } from './calendar-date.ts';
import { dateTokens } from './date-tokens.ts';
import { monthAt } from './month.ts';

const time = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?!\d)/;
const dayOfMonth = /^\d{1,2}(?!\d)/;
const yearOf = /^\d{2,4}(?!\d)/;

/** The parts of a cookie date: each is the first token of its form. Source: RFC 6265bis section 5.1.1, step 2. */
export function rfcDate(text: string): CalendarDate | undefined {
  let clock: RegExpExecArray | null = null;
  let day = -1;
  let month = -1;
  let year = -1;
  for (const token of dateTokens(text)) {
    if (clock === null) {
      clock = time.exec(token);
      if (clock !== null) continue;
    }
    if (day === -1 && dayOfMonth.test(token)) {
      day = Number.parseInt(token, 10);
      continue;
    }
    if (month === -1) {
      month = monthAt(token, 0);
      if (month !== -1) continue;
    }
    if (year === -1 && yearOf.test(token)) year = Number.parseInt(token, 10);
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
