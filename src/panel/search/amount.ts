/** Sizes, counts, stretches of time and dates, as a person writes them. */
import type { Amount } from './query.ts';
import type { FacetKind } from './vocabulary.ts';

const SIZES: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1_024,
  kb: 1_024,
  m: 1_048_576,
  mb: 1_048_576,
};
const COUNTS: Readonly<Record<string, number>> = { '': 1, k: 1_000 };
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TIMES: Readonly<Record<string, number>> = {
  ms: 1,
  s: SECOND,
  sec: SECOND,
  m: MINUTE,
  min: MINUTE,
  h: HOUR,
  d: DAY,
  w: 7 * DAY,
  mo: 30 * DAY,
  y: 365 * DAY,
};
const NUMBER = /^(-?\d{1,12}(?:\.\d{1,6})?)([a-z]{0,3})$/;
const DATE = /^\d{4}-\d{2}-\d{2}(?:t\d{2}:\d{2})?$/;

/** null: it is none of this kind. A date is its beginning in this place's time. */
export function readAmount(written: string, kind: FacetKind): Amount | null {
  const text = written.toLowerCase();
  const isTime = kind === 'left' || kind === 'ago';
  if (isTime && DATE.test(text)) {
    const at = Date.parse(text.includes('t') ? text.toUpperCase() : `${text}T00:00`);
    return Number.isNaN(at) ? null : { kind: 'at', value: at, written };
  }
  const [, number, unit] = NUMBER.exec(text) ?? [];
  if (number === undefined || unit === undefined) return null;
  const units = isTime ? TIMES : kind === 'size' ? SIZES : COUNTS;
  // Nothing is nothing in any unit.
  const factor = Object.hasOwn(units, unit)
    ? units[unit]
    : Number(number) === 0 && unit === ''
      ? 1
      : undefined;
  return factor === undefined ? null : { kind: 'amount', value: Number(number) * factor, written };
}

export function isAmount(kind: FacetKind): boolean {
  return kind !== 'choice' && kind !== 'text';
}
