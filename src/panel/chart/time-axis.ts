/** A time axis on the screen, of either scale: where a time stands, and which figures it has. No DOM. */
import { spanOf, type TimeRange } from '../../core/timeline/time-range.ts';
import { axisTicks } from './axis.ts';
import { logTicks, type PlacedTick } from './log-ticks.ts';
import { toOffset, toPlace, toTimes } from './log-time.ts';

export type Scale = 'linear' | 'log';

export interface TimeAxis {
  readonly width: number;
  /** What is on show, epoch milliseconds. */
  readonly range: TimeRange;
  readonly ticks: readonly PlacedTick[];
  /** Pixels from the left, also of what is not on show. */
  x(at: number): number;
  /** Epoch milliseconds. */
  at(x: number): number;
}

/** @param range epoch milliseconds. */
export function linearAxis(range: TimeRange, width: number): TimeAxis {
  const scale = width / spanOf(range);
  const x = (at: number) => (at - range.from) * scale;
  return {
    width,
    range,
    ticks: axisTicks(range, width).map(({ at, label }) => ({ x: x(at), label, isNow: false })),
    x,
    at: (place) => range.from + place / scale,
  };
}

/**
 * @param range places as `log-time.ts` has them.
 * @param word what stands at now itself.
 */
export function logAxis(range: TimeRange, width: number, now: number, word: string): TimeAxis {
  const scale = width / spanOf(range);
  const ofOffset = (offset: number) => (toPlace(offset) - range.from) * scale;
  const x = (at: number) => ofOffset(at - now);
  const times = toTimes(range, now);
  const ticks = logTicks(ofOffset, width, word);
  return {
    width,
    range: times,
    // Far from now, a stretch may be too short to hold two of the distances: its dates tell more.
    ticks:
      ticks.length > 1 || width <= 0
        ? ticks
        : axisTicks(times, width).map(({ at, label }) => ({ x: x(at), label, isNow: false })),
    x,
    at: (place) => now + toOffset(range.from + place / scale),
  };
}
