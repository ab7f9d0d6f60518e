import { describe, expect, it } from 'vitest';
import type { RequestKey } from '../../../../src/core/recording/recording.ts';
import { laneOf } from '../../../../src/core/timeline/lane.ts';
import { axisTicks, lookAt } from '../../../../src/panel/features/sessions/chart/lane-look.ts';
import { rangeAfterKey } from '../../../../src/panel/features/sessions/chart/use-zoom.ts';

const bounds = { from: 0, to: 1000 };

describe('keys', () => {
  const range = { from: 400, to: 600 };
  it.each([
    ['ArrowRight', false, { from: 430, to: 630 }],
    ['ArrowLeft', false, { from: 370, to: 570 }],
    ['ArrowRight', true, { from: 560, to: 760 }],
    ['Home', false, { from: 0, to: 200 }],
    ['End', false, { from: 800, to: 1000 }],
    ['0', false, bounds],
    ['x', false, null],
    ['Tab', false, null],
  ] as const)('%s (far: %s)', (key, far, expected) => {
    expect(rangeAfterKey(key, far, range, bounds)).toEqual(expected);
  });

  it('plus shows less and minus more, about the middle', () => {
    const closer = rangeAfterKey('+', false, range, bounds);
    expect(closer && closer.to - closer.from).toBeCloseTo(200 / 1.4);
    expect(closer && (closer.to + closer.from) / 2).toBeCloseTo(500);
    expect(closer && rangeAfterKey('-', false, closer, bounds)?.from).toBeCloseTo(400);
  });
});

describe('lookAt', () => {
  const sent = (...times: readonly number[]) => times.map((at) => ({ key: `r${at}/0` as RequestKey, at }));
  const lane = laneOf({
    runs: [
      { fingerprint: 'aaaaaaaa', from: 100, to: 500, requests: sent(200, 200.5, 300) },
      { fingerprint: 'bbbbbbbb', from: 600, to: null, requests: sent(700) },
    ],
    events: [],
  });
  it.each([
    ['an ID, and requests that stand in one stroke', 200, ['aaaaaaaa', 'r200/0', 2]],
    ['a request a few pixels away', 303, ['aaaaaaaa', 'r300/0', 1]],
    ['an ID and no request', 400, ['aaaaaaaa', undefined, 0]],
    ['between two IDs', 550, [undefined, undefined, 0]],
    ['an ID that is there still', 990, ['bbbbbbbb', undefined, 0]],
    ['before anything', 50, [undefined, undefined, 0]],
  ] as const)('%s', (_, at, expected) => {
    const { run, tick, requests } = lookAt(lane, at, bounds, 1000);
    expect([run?.fingerprint, tick?.request, requests]).toEqual(expected);
  });
});

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
