/** What there is at a point of a lane. No DOM. */
import type { Lane, LaneRun, LaneTick } from '../../../../core/timeline/lane.ts';
import { nearestTo, strokesOf } from '../../../../core/timeline/merge.ts';
import { spanOf, type TimeRange } from '../../../../core/timeline/time-range.ts';

export interface AtPoint {
  /** The ID that the cookie had. */
  readonly run: LaneRun | null;
  /** The nearest request, and how many stand in its stroke. */
  readonly tick: LaneTick | null;
  readonly requests: number;
}

/** How near a pointer must be, in pixels. */
const NEAR = 4;

export function lookAt(lane: Lane, at: number, range: TimeRange, pixels: number): AtPoint {
  const pixel = spanOf(range) / Math.max(1, pixels);
  const tick = nearestTo(lane.ticks, at, NEAR * pixel);
  const stroke =
    tick === null
      ? undefined
      : strokesOf(lane.ticks, range, pixels).find(({ from, to }) => tick.at >= from && tick.at <= to);
  return {
    run: lane.runs.findLast(({ from, to }) => from <= at && (to === null || at < to)) ?? null,
    tick,
    requests: stroke?.count ?? (tick === null ? 0 : 1),
  };
}
