import { expect, it } from 'vitest';
import { bytes, duration, named } from '../../../src/core/report/words.ts';

const HOUR = 3_600_000;

it.each([
  [HOUR, '1 hour'],
  [24 * HOUR, '1 day'],
  [36 * HOUR, '36 hours'],
  [48 * HOUR, '2 days'],
  [14 * 24 * HOUR, '14 days'],
  [365 * 24 * HOUR, '1 year'],
  [400 * 24 * HOUR, '13 months'],
  [30_000, 'under a minute'],
])('%i ms is %s', (milliseconds, expected) => {
  expect(duration(milliseconds)).toBe(expected);
});

it.each([
  ['sid', '`sid`'],
  ['', 'A cookie without a name'],
  ['a\u202Eb\u0007', '`a\uFFFDb\uFFFD`'],
  ['x'.repeat(100), `\`${'x'.repeat(60)}…\``],
])('the name %j is written %s', (name, expected) => {
  expect(named(name)).toBe(expected);
});

it.each([
  [999, '999 bytes'],
  [5321, '5,321 bytes'],
  [1_234_567, '1,234,567 bytes'],
])('%i is %s', (count, expected) => {
  expect(bytes(count)).toBe(expected);
});
