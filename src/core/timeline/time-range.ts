/** A stretch of a time axis: what of it is on show, moved and zoomed within bounds. All times are epoch milliseconds. */

export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** The shortest stretch that can be shown: below, an axis has nothing to say. */
export const SHORTEST_MS = 20;

export function spanOf({ from, to }: TimeRange): number {
  return to - from;
}

/** The stretch that holds all times, with a `margin` (share of it) on both sides; null where there is none. */
export function rangeOf(times: Iterable<number>, margin = 0): TimeRange | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const at of times) {
    if (at < from) from = at;
    if (at > to) to = at;
  }
  if (!Number.isFinite(from) || !Number.isFinite(to)) return null;
  const pad = Math.max((to - from) * margin, (SHORTEST_MS - (to - from)) / 2, 0);
  return { from: from - pad, to: to + pad };
}

/**
 * Zooms about a moment that stays where it is on the screen.
 * @param factor below 1 shows less, above 1 shows more.
 * @param shortest the least that is shown.
 */
export function zoomed(
  range: TimeRange,
  factor: number,
  around: number,
  bounds: TimeRange,
  shortest = SHORTEST_MS,
): TimeRange {
  const span = spanOf(range);
  const next = clamp(span * factor, Math.min(shortest, spanOf(bounds)), spanOf(bounds));
  if (span <= 0 || !Number.isFinite(next)) return bounds;
  const share = clamp((around - range.from) / span, 0, 1);
  const from = range.from + share * (span - next);
  return within({ from, to: from + next }, bounds);
}

/** Moves by a share of what is on show: 1 is a whole screen later. */
export function panned(range: TimeRange, share: number, bounds: TimeRange): TimeRange {
  const by = share * spanOf(range);
  return within({ from: range.from + by, to: range.to + by }, bounds);
}

/** The same stretch, moved so that a moment is well inside; as it was where it is already. */
export function withMoment(range: TimeRange, at: number, bounds: TimeRange): TimeRange {
  const edge = spanOf(range) * 0.05;
  if (at >= range.from + edge && at <= range.to - edge) return range;
  const half = spanOf(range) / 2;
  return within({ from: at - half, to: at + half }, bounds);
}

/** Moved, and cut where need be, so as not to leave the bounds. */
export function within(range: TimeRange, bounds: TimeRange): TimeRange {
  const span = spanOf(range);
  if (span >= spanOf(bounds)) return bounds;
  const from = clamp(range.from, bounds.from, bounds.to - span);
  return { from, to: from + span };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
