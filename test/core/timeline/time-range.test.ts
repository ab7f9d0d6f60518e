import { describe, expect, it } from 'vitest';
import {
  panned,
  rangeOf,
  SHORTEST_MS,
  spanOf,
  within,
  withMoment,
  zoomed,
} from '../../../src/core/timeline/time-range.ts';

const bounds = { from: 1000, to: 2000 };

describe('rangeOf', () => {
  it.each([
    ['nothing', [], 0, null],
    ['several in any order', [30, 10, 90], 0, { from: 10, to: 90 }],
    ['with a margin on both sides', [100, 200], 0.1, { from: 90, to: 210 }],
    ['one moment: the shortest stretch about it', [100], 0, { from: 90, to: 110 }],
    ['what is no number', [Number.NaN], 0, null],
  ] as const)('%s', (_, times, margin, expected) => {
    expect(rangeOf(times, margin)).toEqual(expected);
  });
});

describe('zoomed', () => {
  it.each([
    ['in about the middle', bounds, 0.5, 1500, { from: 1250, to: 1750 }],
    ['in about the left edge', bounds, 0.5, 1000, { from: 1000, to: 1500 }],
    ['in about a point at a quarter: it stays there', bounds, 0.4, 1250, { from: 1150, to: 1550 }],
    ['out about a point: not past the bounds', { from: 1000, to: 1100 }, 2, 1100, { from: 1000, to: 1200 }],
    ['out beyond all', { from: 1200, to: 1400 }, 100, 1300, bounds],
    ['about a point outside: as at the edge', { from: 1200, to: 1400 }, 0.5, 9999, { from: 1300, to: 1400 }],
    ['by what is no number: everything', { from: 1200, to: 1400 }, Number.NaN, 1300, bounds],
  ] as const)('%s', (_, range, factor, around, expected) => {
    expect(zoomed(range, factor, around, bounds)).toEqual(expected);
  });

  it('never shows less than the shortest stretch', () => {
    let range: typeof bounds = bounds;
    for (let turn = 0; turn < 50; turn++) range = zoomed(range, 0.5, 1234, bounds);
    expect(spanOf(range)).toBeCloseTo(SHORTEST_MS);
    expect(range.from).toBeLessThanOrEqual(1234);
    expect(range.to).toBeGreaterThanOrEqual(1234);
  });

  it('in and out again is where it was', () => {
    const range = { from: 1300, to: 1500 };
    const back = zoomed(zoomed(range, 0.5, 1400, bounds), 2, 1400, bounds);
    expect(back.from).toBeCloseTo(range.from);
    expect(back.to).toBeCloseTo(range.to);
  });
});

describe('panned', () => {
  it.each([
    ['half a screen later', { from: 1200, to: 1400 }, 0.5, { from: 1300, to: 1500 }],
    ['stops at the end', { from: 1800, to: 1900 }, 5, { from: 1900, to: 2000 }],
    ['stops at the beginning', { from: 1100, to: 1200 }, -5, { from: 1000, to: 1100 }],
    ['all is on show: stays', bounds, 1, bounds],
  ] as const)('%s', (_, range, share, expected) => {
    expect(panned(range, share, bounds)).toEqual(expected);
  });
});

describe('withMoment', () => {
  const range = { from: 1200, to: 1400 };
  it('stays where the moment is seen already', () => expect(withMoment(range, 1300, bounds)).toBe(range));
  it('puts a moment outside into the middle', () =>
    expect(withMoment(range, 1700, bounds)).toEqual({ from: 1600, to: 1800 }));
  it('but not past the bounds', () =>
    expect(withMoment(range, 1990, bounds)).toEqual({ from: 1800, to: 2000 }));
});

it('within: what is longer than the bounds is the bounds', () => {
  expect(within({ from: 0, to: 5000 }, bounds)).toEqual(bounds);
});
