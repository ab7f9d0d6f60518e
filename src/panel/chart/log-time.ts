/** A time scale about now on which seconds and years are both readable: symmetric, logarithmic beyond a second. */
import { scaleSymlog } from 'd3-scale';
import type { TimeRange } from '../../core/timeline/time-range.ts';

/** Beyond any expiry that a browser keeps; what is farther is drawn there. */
const LONGEST = 20 * 365.25 * 86_400_000;

/** Milliseconds from now (before it: negative) to places from -1000 to 1000. */
const scale = scaleSymlog().constant(1000).domain([-LONGEST, LONGEST]).range([-1000, 1000]).clamp(true);

export function toPlace(offset: number): number {
  return scale(offset);
}

export function toOffset(place: number): number {
  return scale.invert(place);
}

export function toPlaces({ from, to }: TimeRange, now: number): TimeRange {
  return { from: toPlace(from - now), to: toPlace(to - now) };
}

export function toTimes({ from, to }: TimeRange, now: number): TimeRange {
  return { from: now + toOffset(from), to: now + toOffset(to) };
}
