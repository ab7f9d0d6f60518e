import { beforeAll, describe, expect, it } from 'vitest';
import { toOffset, toPlace, toPlaces, toTimes } from '../../../src/panel/chart/log-time.ts';
import { linearAxis, logAxis } from '../../../src/panel/chart/time-axis.ts';
import { setTranslator } from '../../../src/platform/i18n.ts';

beforeAll(() => setTranslator((key) => (key === 'language' ? 'en' : '')));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 0, 15, 12, 0, 0);

/** An axis about now from so long before it to so long after. */
const axisOf = (before: number, after: number, width: number) =>
  logAxis(toPlaces({ from: NOW - before, to: NOW + after }, NOW), width, NOW, 'now');

describe('the scale about now', () => {
  it.each([0, 1, 1000, MINUTE, HOUR, DAY, 400 * DAY])('goes to %d ms from now and back', (offset) => {
    expect(toOffset(toPlace(offset))).toBeCloseTo(offset, -1);
    expect(toPlace(-offset)).toBeCloseTo(-toPlace(offset));
  });

  it('gives seconds and years each their share of the room', () => {
    const { x } = axisOf(10 * MINUTE, 400 * DAY, 1000);
    const places = [0, 10_000, MINUTE, HOUR, DAY, 30 * DAY, 400 * DAY].map((offset) => x(NOW + offset));
    for (const [index, place] of places.slice(1).entries())
      expect(place - (places[index] ?? 0)).toBeGreaterThan(40);
  });

  it.each([
    ['before all', -1e20],
    ['after all', 1e20],
  ])('keeps what is %s at its end', (_, offset) => {
    expect(Math.abs(toPlace(offset))).toBeCloseTo(1000);
  });

  it('tells the time at a place', () => {
    const axis = axisOf(HOUR, DAY, 800);
    for (const offset of [-HOUR, -1000, 0, 5000, DAY])
      expect(axis.at(axis.x(NOW + offset)) - NOW).toBeCloseTo(offset, -2);
    expect(axis.range.to - NOW).toBeCloseTo(DAY, -2);
  });

  it('holds a stretch as it is while now moves on', () => {
    const places = toPlaces({ from: NOW - HOUR, to: NOW + DAY }, NOW);
    expect(toTimes(places, NOW + MINUTE).to - NOW).toBeCloseTo(DAY + MINUTE, -2);
  });
});

describe('its figures', () => {
  it.each([220, 400, 800, 1200, 3000])('on %d pixels do not touch', (width) => {
    const { ticks } = axisOf(10 * MINUTE, 400 * DAY, width);
    for (const [index, tick] of ticks.slice(1).entries()) {
      const before = ticks[index];
      const widest = Math.max(tick.label.length, before?.label.length ?? 0) * 6;
      expect(tick.x - (before?.x ?? 0)).toBeGreaterThan(widest);
    }
    expect(ticks.length).toBeGreaterThanOrEqual(width < 300 ? 3 : 5);
  });

  it('always have now, and are even: the same distances before it and after it', () => {
    const labels = axisOf(DAY, DAY, 1200).ticks.map(({ label }) => label);
    expect(labels).toContain('now');
    for (const label of labels.filter((each) => each.startsWith('+')))
      expect(labels).toContain(label.replace('+', '-'));
  });

  it('name what people say first: minutes, hours, days, months, a year', () => {
    const labels = axisOf(MINUTE, 400 * DAY, 420).ticks.map(({ label }) => label);
    for (const label of ['now', '+1h', '+30d']) expect(labels).toContain(label);
  });

  it('are dates where no distance is on show', () => {
    const axis = logAxis(toPlaces({ from: NOW + 310 * DAY, to: NOW + 350 * DAY }, NOW), 900, NOW, 'now');
    expect(axis.ticks.length).toBeGreaterThan(2);
    for (const { x, label } of axis.ticks) {
      expect(label).not.toMatch(/^[+-]/);
      expect(x).toBeGreaterThanOrEqual(-1);
      expect(x).toBeLessThanOrEqual(901);
    }
  });

  it('of nothing hang nowhere', () => expect(axisOf(HOUR, HOUR, 0).ticks).toEqual([]));
});

describe('the linear axis', () => {
  it('goes from time to pixels and back', () => {
    const axis = linearAxis({ from: NOW, to: NOW + HOUR }, 600);
    expect(axis.x(NOW + 30 * MINUTE)).toBe(300);
    expect(axis.at(300)).toBe(NOW + 30 * MINUTE);
    expect(axis.ticks.every(({ x }) => x >= 0 && x <= 600)).toBe(true);
  });

  it('names the day where one begins, and the year', () => {
    const labels = (span: number) =>
      linearAxis({ from: NOW, to: NOW + span }, 900).ticks.map(({ label }) => label);
    expect(labels(DAY).join(' ')).toMatch(/Jan 16/);
    expect(labels(500 * DAY).join(' ')).toMatch(/2027/);
  });
});
