import { describe, expect, it } from 'vitest';
import { axisTicks } from '../../../src/panel/chart/axis.ts';

describe('axisTicks', () => {
  const noon = Date.UTC(2026, 0, 15, 12, 0, 0);
  it.each([
    ['two seconds', 2000, /^\d\d:\d\d:\d\d([.,]\d{3})?$/],
    ['two minutes', 120_000, /^\d\d:\d\d(:\d\d)?$/],
    ['an hour', 3_600_000, /^\d\d:\d\d$/],
    ['a month', 30 * 86_400_000, /\d/],
  ] as const)('%s: labels as fine as they must be, and room between them', (_, span, label) => {
    for (const pixels of [300, 700, 1400, 4000]) {
      const ticks = axisTicks({ from: noon, to: noon + span }, pixels);
      expect(ticks.length).toBeGreaterThanOrEqual(1);
      for (const tick of ticks) expect(tick.label).toMatch(label);
      const widest = Math.max(...ticks.map((tick) => tick.label.length * 6));
      for (const [index, tick] of ticks.slice(1).entries())
        expect(((tick.at - (ticks[index]?.at ?? 0)) / span) * pixels).toBeGreaterThan(widest);
    }
  });

  it.each([971, 6200, 61_000, 4_000_000, 90_000_000])('of %d ms has at least two on a wide chart', (span) => {
    expect(axisTicks({ from: noon + 33, to: noon + 33 + span }, 1300).length).toBeGreaterThanOrEqual(2);
  });

  it.each([0, 5])('on %d pixels does not hang', (pixels) => {
    expect(axisTicks({ from: noon, to: noon + 1000 }, pixels).length).toBeLessThanOrEqual(3);
  });
});
