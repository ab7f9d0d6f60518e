/** Times in the words of the page's language. All are epoch milliseconds. */
import { pageLanguage } from './page-language.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number, number])[] = [
  // unit, its length, and up to which distance it is used
  ['second', SECOND, 100 * SECOND],
  ['minute', MINUTE, 100 * MINUTE],
  ['hour', HOUR, 48 * HOUR],
  ['day', DAY, 100 * DAY],
  ['month', 30.4375 * DAY, 24 * 30.4375 * DAY],
  ['year', 365.25 * DAY, Number.POSITIVE_INFINITY],
];

let relativeFormat: Intl.RelativeTimeFormat | undefined;
let exactFormat: Intl.DateTimeFormat | undefined;
let clockFormat: Intl.DateTimeFormat | undefined;
let unitFormats: Map<string, Intl.NumberFormat> | undefined;

/** "in 3 hr.", "12 sec. ago", "now". */
export function relativeTime(time: number, now: number): string {
  relativeFormat ??= new Intl.RelativeTimeFormat(pageLanguage(), { style: 'short', numeric: 'auto' });
  const [unit, length] = stepOf(time - now);
  return relativeFormat.format(Math.round((time - now) / length), unit);
}

/** Characters of the longest that relativeTime says; letters of East Asia, which are twice as wide, count twice. */
export function relativeTimeLength(): number {
  const CENTURY = 100 * 365.25 * DAY;
  const farthest = STEPS.map(([, length, limit]) => Math.min(limit, CENTURY) - length);
  const words = farthest.flatMap((distance) => [relativeTime(distance, 0), relativeTime(-distance, 0)]);
  return Math.max(...words.map((text) => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0)));
}

/** How long something lasts: "400 days", "30 min". */
export function duration(milliseconds: number): string {
  const [unit, length] = stepOf(milliseconds);
  return inUnit(milliseconds / length, unit);
}

function inUnit(count: number, unit: Intl.RelativeTimeFormatUnit): string {
  unitFormats ??= new Map();
  let format = unitFormats.get(unit);
  if (!format) {
    format = new Intl.NumberFormat(pageLanguage(), {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: unit === 'second' ? 0 : 1,
    });
    unitFormats.set(unit, format);
  }
  return format.format(count);
}

/** Minutes as a person says them: "45 min", "2 hr". */
export function minutesWord(minutes: number): string {
  return minutes % 60 === 0 ? inUnit(minutes / 60, 'hour') : inUnit(minutes, 'minute');
}

/** What is left, to the second: "4:07", "1:02:03". */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND));
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

/** Date, time to the second, zone, and the same in UTC: what hover shows. */
export function exactTime(time: number): string {
  if (!isDate(time)) return String(time);
  exactFormat ??= new Intl.DateTimeFormat(pageLanguage(), {
    dateStyle: 'medium',
    timeStyle: 'long',
  });
  return `${exactFormat.format(time)}\n${new Date(time).toISOString()}`;
}

/** Time of day to the millisecond. */
export function clockTime(time: number): string {
  if (!isDate(time)) return '';
  clockFormat ??= new Intl.DateTimeFormat(pageLanguage(), {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  });
  return clockFormat.format(time);
}

function stepOf(distance: number): readonly [Intl.RelativeTimeFormatUnit, number] {
  const size = Math.abs(distance);
  const step = STEPS.find(([, , limit]) => size < limit) ?? STEPS[STEPS.length - 1];
  return step ? [step[0], step[1]] : ['second', SECOND];
}

/** ECMAScript dates end at 100,000,000 days from the epoch; formatting beyond throws. */
function isDate(time: number): boolean {
  return Math.abs(time) <= 8.64e15;
}
