import { describe, expect, it } from 'vitest';
import { toTimes } from '../../../../src/panel/chart/log-time.ts';
import {
  boundsOf,
  extentOf,
  inScale,
  isPreset,
  PRESET_IDS,
  PRESETS,
  windowOf,
} from '../../../../src/panel/features/timeline/window.ts';

const NOW = Date.UTC(2026, 0, 15, 12, 0, 0);
const MINUTE = 60_000;
const DAY = 86_400_000;
const extent = { from: NOW - 10 * MINUTE, to: NOW + 30 * DAY };

describe('a preset', () => {
  const timed = PRESET_IDS.flatMap((id) => (PRESETS[id] === null ? [] : [[id, PRESETS[id]] as const]));

  it.each(timed)('%s shows now, and as much after it as it says', (preset, span) => {
    const linear = windowOf(preset, 'linear', extent, NOW);
    expect(linear.from).toBeLessThan(NOW);
    expect(linear.to).toBeGreaterThan(NOW + span * 0.9);
    const log = toTimes(windowOf(preset, 'log', extent, NOW), NOW);
    expect(log.to - NOW).toBeCloseTo(span, -2);
  });

  it.each(timed)('%s stands still while now moves through a step, and then goes along', (preset, span) => {
    const step = span / 12;
    const start = Math.ceil(NOW / step) * step;
    const at = (share: number) => windowOf(preset, 'linear', extent, start + share * step);
    expect(at(0.9)).toEqual(at(0));
    expect(at(1.1).from).toBeCloseTo(at(0).from + step, 3);
  });

  it.each(['linear', 'log'] as const)('all shows all there is: %s', (scale) => {
    const range = windowOf('all', scale, extent, NOW);
    const times = scale === 'log' ? toTimes(range, NOW) : range;
    expect(times.from).toBeLessThanOrEqual(extent.from);
    expect(times.to).toBeGreaterThanOrEqual(extent.to);
    expect(times.to - times.from).toBeLessThan((extent.to - extent.from) * 2);
  });

  it('all stays put as little things come', () => {
    const more = { ...extent, to: extent.to + 1000 };
    expect(windowOf('all', 'linear', more, NOW + 1000)).toEqual(windowOf('all', 'linear', extent, NOW));
  });

  it.each([
    ['15m', true],
    ['all', true],
    ['2h', false],
    ['toString', false],
    [7, false],
  ])('%s is one: %s', (value, expected) => expect(isPreset(value)).toBe(expected));
});

describe('bounds', () => {
  it('are two years, four hundred days of them to come', () => {
    const { from, to } = boundsOf('linear', extent, NOW);
    expect(to).toBeGreaterThanOrEqual(NOW + 400 * DAY);
    expect((to - from) / DAY).toBeGreaterThan(729);
    expect((to - from) / DAY).toBeLessThan(900);
  });
  it('hold what goes beyond', () => {
    const far = { from: NOW, to: NOW + 3650 * DAY };
    expect(boundsOf('linear', far, NOW).to).toBeGreaterThanOrEqual(far.to);
  });
});

describe('another scale', () => {
  it('shows the same stretch', () => {
    const range = { from: NOW + MINUTE, to: NOW + 10 * MINUTE };
    const log = inScale(range, 'log', NOW);
    const back = typeof log === 'string' ? null : inScale(log, 'linear', NOW);
    expect(back).toEqual({ from: expect.closeTo(range.from, -2), to: expect.closeTo(range.to, -2) });
  });
  it('of a preset is the preset', () => expect(inScale('1h', 'log', NOW)).toBe('1h'));
});

describe('the extent', () => {
  it.each([
    ['of nothing is now', [], NOW, NOW],
    ['holds now', [NOW - 5000, NOW - 1000], NOW - 5000, NOW],
    ['holds the last end', [NOW - 5000, NOW + DAY], NOW - 5000, NOW + DAY],
  ] as const)('%s', (_, times, from, to) => {
    const found = extentOf(times, NOW);
    expect(found.from).toBeLessThanOrEqual(from);
    expect(found.to).toBeGreaterThanOrEqual(to);
    expect(found.to - found.from).toBeLessThanOrEqual(Math.max(20, to - from));
  });
});
