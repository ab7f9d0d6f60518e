/** What of time is on show: a preset that goes along with now, or what a person zoomed to. No DOM. */
import { rangeOf, spanOf, type TimeRange } from '../../../core/timeline/time-range.ts';
import { toOffset, toPlaces } from '../../chart/log-time.ts';
import type { Scale } from '../../chart/time-axis.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Milliseconds from now on; a third of it more is shown of what was. null: all there is. */
export const PRESETS = {
  '15m': 15 * MINUTE,
  '1h': HOUR,
  '1d': DAY,
  '30d': 30 * DAY,
  '1y': 365 * DAY,
  all: null,
} as const satisfies Readonly<Record<string, number | null>>;

export type Preset = keyof typeof PRESETS;

/** A preset, or a stretch in the units of the scale: epoch milliseconds, or places about now. */
export type Shown = Preset | TimeRange;

export const PRESET_IDS = Object.keys(PRESETS) as readonly Preset[];

export function isPreset(value: unknown): value is Preset {
  return typeof value === 'string' && Object.hasOwn(PRESETS, value);
}

const SHARE_PAST = 1 / 3;
/** The window moves on in steps of its length: within one, only the line of now moves. */
const STEPS = 12;

/** What is on show, in the units of the scale. `extent`: all there is, in time. */
export function windowOf(shown: Shown, scale: Scale, extent: TimeRange, now: number): TimeRange {
  if (typeof shown !== 'string') return shown;
  const span = PRESETS[shown];
  if (span === null) return scale === 'log' ? toPlaces(aroundNow(extent, now), now) : roundedOut(extent);
  if (scale === 'log') return toPlaces({ from: now - span * SHARE_PAST, to: now + span }, now);
  const step = span / STEPS;
  const anchor = Math.floor(now / step) * step;
  return { from: anchor - span * SHARE_PAST, to: anchor + span };
}

/** A little more than there is, ending at round shares of it, so that it stays put as little things come. */
function roundedOut(extent: TimeRange): TimeRange {
  const step = 2 ** Math.ceil(Math.log2(Math.max(spanOf(extent), MINUTE) / 40));
  return {
    from: (Math.floor(extent.from / step) - 0.5) * step,
    to: (Math.ceil(extent.to / step) + 0.5) * step,
  };
}

/** On the scale about now there is a minute on both sides at the least, and air beyond what there is. */
function aroundNow({ from, to }: TimeRange, now: number): TimeRange {
  return {
    from: now - Math.max(MINUTE, (now - from) * 2),
    to: now + Math.max(MINUTE, (to - now) * 1.6),
  };
}

/** As far as one can go: two years, four hundred days of them to come, or more where there is more. */
export function boundsOf(scale: Scale, extent: TimeRange, now: number): TimeRange {
  const whole = roundedOut({
    from: Math.min(extent.from, now - 330 * DAY),
    to: Math.max(extent.to, now + 400 * DAY),
  });
  return scale === 'log' ? toPlaces(aroundNow(whole, now), now) : whole;
}

/** The least that is shown: a minute; about now, a fraction of a second. */
export const SHORTEST: Readonly<Record<Scale, number>> = { linear: MINUTE, log: 6 };

/** The same stretch in the units of the other scale; a preset is one in both. */
export function inScale(shown: Shown, to: Scale, now: number): Shown {
  if (typeof shown === 'string') return shown;
  if (to === 'log') return toPlaces(shown, now);
  const from = now + toOffset(shown.from);
  return { from, to: Math.max(now + toOffset(shown.to), from + MINUTE) };
}

/** What is on show seen from another moment: on the linear scale time goes by under the window. */
export function extentOf(times: Iterable<number>, now: number): TimeRange {
  return rangeOf([...times, now]) ?? { from: now, to: now };
}
