import { describe, expect, it } from 'vitest';
import { formatBytes } from '../../src/ui/bytes.ts';
import {
  clockTime,
  countdown,
  duration,
  exactTime,
  minutesWord,
  relativeTime,
  relativeTimeLength,
} from '../../src/ui/time.ts';

const NOW = Date.UTC(2026, 0, 15, 12, 0, 0);
const DAY = 86_400_000;

describe('relativeTime', () => {
  it.each([
    [0, 'now'],
    [5_000, 'in 5 sec.'],
    [-90_000, '90 sec. ago'],
    [30 * 60_000, 'in 30 min.'],
    [-3 * 3_600_000, '3 hr. ago'],
    [36 * 3_600_000, 'in 36 hr.'],
    [30 * DAY, 'in 30 days'],
    [365 * DAY, 'in 12 mo.'],
    [400 * DAY, 'in 13 mo.'],
    [73_000 * DAY, 'in 200 yr.'],
  ])('of %i ms is "%s"', (distance, words) => {
    expect(relativeTime(NOW + distance, NOW).replace(/\s/g, ' ')).toBe(words);
  });
});

describe('relativeTimeLength', () => {
  it('is that of the longest words: "99 days ago"', () => {
    expect(relativeTimeLength()).toBe('99 days ago'.length);
  });
});

describe('duration', () => {
  it.each([
    [20_000, '20 sec'],
    [1_800_000, '30 min'],
    [400 * DAY, '13.1 mths'],
  ])('of %i ms is "%s"', (length, words) => {
    expect(duration(length)).toBe(words);
  });
});

describe('minutesWord', () => {
  it.each([
    [1, '1 min'],
    [45, '45 min'],
    [60, '1 hr'],
    [90, '90 min'],
    [480, '8 hr'],
  ])('of %i is "%s"', (minutes, words) => {
    expect(minutesWord(minutes)).toBe(words);
  });
});

describe('countdown', () => {
  it.each([
    [0, '0:00'],
    [-5_000, '0:00'],
    [1, '0:01'],
    [59_999, '1:00'],
    [247_000, '4:07'],
    [3_723_000, '1:02:03'],
    [30 * 3_600_000, '30:00:00'],
  ])('of %i ms is "%s"', (left, words) => {
    expect(countdown(left)).toBe(words);
  });
});

describe('exact times', () => {
  it('are given in the local zone and in UTC', () => {
    expect(exactTime(NOW)).toMatch(/2026[\s\S]*\n2026-01-15T12:00:00\.000Z$/);
  });

  it('show milliseconds of the day', () => {
    expect(clockTime(NOW + 7)).toMatch(/^\d\d:00:00\.007$/);
  });

  it.each([[Number.POSITIVE_INFINITY], [9e15], [Number.NaN]])('of %d never throw', (time) => {
    expect(() => [exactTime(time), clockTime(time), relativeTime(9e15, NOW)]).not.toThrow();
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [4_096, '4.1 kB'],
    [12_345, '12 kB'],
    [2_500_000, '2.5 MB'],
  ])('of %i is %s', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });
});
