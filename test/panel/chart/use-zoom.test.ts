import { describe, expect, it } from 'vitest';
import { rangeAfterKey } from '../../../src/panel/chart/use-zoom.ts';

const bounds = { from: 0, to: 1000 };

describe('keys', () => {
  const range = { from: 400, to: 600 };
  it.each([
    ['ArrowRight', false, { from: 430, to: 630 }],
    ['ArrowLeft', false, { from: 370, to: 570 }],
    ['ArrowRight', true, { from: 560, to: 760 }],
    ['Home', false, { from: 0, to: 200 }],
    ['End', false, { from: 800, to: 1000 }],
    ['x', false, null],
    ['Tab', false, null],
  ] as const)('%s (far: %s)', (key, far, expected) => {
    expect(rangeAfterKey(key, far, { range, bounds })).toEqual(expected);
  });

  it('plus shows less and minus more, about the middle', () => {
    const closer = rangeAfterKey('+', false, { range, bounds });
    expect(closer && closer.to - closer.from).toBeCloseTo(200 / 1.4);
    expect(closer && (closer.to + closer.from) / 2).toBeCloseTo(500);
    expect(closer && rangeAfterKey('-', false, { range: closer, bounds })?.from).toBeCloseTo(400);
  });
});
