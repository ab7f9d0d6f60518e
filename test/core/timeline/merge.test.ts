import { describe, expect, it } from 'vitest';
import { clustersOf, nearestTo, pixelStrokes, strokesOf } from '../../../src/core/timeline/merge.ts';

const at = (...times: readonly number[]) => times.map((time) => ({ at: time }));
/** Ten milliseconds a pixel. */
const range = { from: 1000, to: 2000 };
const PIXELS = 100;

describe('strokesOf', () => {
  it.each([
    ['apart by a pixel: one each', at(1000, 1010, 1020), [1, 1, 1]],
    ['closer than a pixel: one', at(1000, 1009, 1018), [3]],
    ['two groups', at(1000, 1005, 1100, 1105, 1109), [2, 3]],
    ['outside the range: left out', at(500, 1500, 2500), [1]],
    ['none', [], []],
  ] as const)('%s', (_, ticks, counts) => {
    expect(strokesOf(ticks, range, PIXELS).map(({ count }) => count)).toEqual(counts);
  });

  it('says where a stroke begins and ends, and which tick is its first', () => {
    expect(strokesOf(at(500, 1100, 1105), range, PIXELS)).toEqual([
      { from: 1100, to: 1105, first: 1, count: 2 },
    ]);
  });

  it('has no more strokes than pixels, however many ticks', () => {
    const ticks = at(...Array.from({ length: 50_000 }, (_, index) => 1000 + index / 50));
    const strokes = strokesOf(ticks, range, PIXELS);
    expect(strokes.length).toBeLessThanOrEqual(PIXELS + 2);
    expect(strokes.reduce((sum, { count }) => sum + count, 0)).toBe(50_000);
  });

  it.each([0, -5, Number.NaN])('on %d pixels there is nothing to draw', (pixels) => {
    expect(strokesOf(at(1500), range, pixels)).toEqual([]);
  });
});

describe('clustersOf', () => {
  it('what is nearer than the signs are wide belongs to the first', () => {
    const found = clustersOf(at(1000, 1150, 1199, 1200, 1700), range, PIXELS, 20);
    expect(found.map(({ at: start, items }) => [start, items.length])).toEqual([
      [1000, 3],
      [1200, 1],
      [1700, 1],
    ]);
  });
  it('leaves out what is not on show', () => {
    expect(clustersOf(at(999, 1500, 2001), range, PIXELS, 20).map((each) => each.at)).toEqual([1500]);
  });
  it('on no pixels there is nothing', () => expect(clustersOf(at(1500), range, 0, 20)).toEqual([]));
});

describe('nearestTo', () => {
  it.each([
    [1001, 1000],
    [1449, 1400],
    [1951, 2000],
  ])('%d: %d', (time, expected) => {
    expect(nearestTo(at(1000, 1400, 2000), time, 100)?.at).toBe(expected);
  });
  it('none is near', () => expect(nearestTo(at(1000, 2000), 1500, 100)).toBeNull());
  it('there is none', () => expect(nearestTo([], 1500, 100)).toBeNull());
});

describe('pixelStrokes', () => {
  /** Ten milliseconds a pixel, as above. */
  const x = (time: number) => (time - 1000) / 10;
  it.each([
    ['apart: one each', [1000, 1100, 1200], [1, 1, 1]],
    ['closer than a pixel and a half: one', [1000, 1009, 1018], [3]],
    ['outside: left out', [100, 1500, 2500], [1]],
    ['none', [], []],
  ] as const)('%s', (_, times, counts) => {
    expect(pixelStrokes(times, x, PIXELS).map(({ count }) => count)).toEqual(counts);
  });

  it('says in pixels where a stroke is, and which is its first', () => {
    expect(pixelStrokes([500, 1100, 1105], x, PIXELS)).toEqual([{ from: 10, to: 10.5, first: 1, count: 2 }]);
  });

  it('has no more strokes than pixels on a scale that is not even', () => {
    const times = Array.from({ length: 50_000 }, (_, index) => 1000 + index);
    const strokes = pixelStrokes(times, (time) => 20 * Math.log1p(time - 1000), 400);
    expect(strokes.length).toBeLessThanOrEqual(402);
    expect(strokes.reduce((sum, { count }) => sum + count, 0)).toBe(50_000);
  });
});
