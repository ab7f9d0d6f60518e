/** What there is at a point of a lane, and the figures of its axis. No DOM. */
import { scaleTime } from 'd3-scale';
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

export interface AxisTick {
  readonly at: number;
  readonly label: string;
}

const DAY = 86_400_000;

/** Round times, about one in so many pixels, in the person's own zone. */
export function axisTicks(range: TimeRange, pixels: number, apart = 96): readonly AxisTick[] {
  const times = scaleTime()
    .domain([range.from, range.to])
    .ticks(Math.max(2, Math.floor(pixels / apart)))
    .map(Number);
  const step = (times[1] ?? range.to) - (times[0] ?? range.from);
  const format = formatFor(step);
  return times.map((at) => ({ at, label: format.format(at) }));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(step: number): Intl.DateTimeFormat {
  const name = step < 1000 ? 'part' : step < 60_000 ? 'second' : step < DAY ? 'minute' : 'day';
  const known = formats.get(name);
  if (known !== undefined) return known;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const options: Intl.DateTimeFormatOptions = {
    part: { ...clock, second: '2-digit', fractionalSecondDigits: 3 } as const,
    second: { ...clock, second: '2-digit' } as const,
    minute: clock,
    day: { month: 'short', day: 'numeric' } as const,
  }[name];
  const format = new Intl.DateTimeFormat(undefined, options);
  formats.set(name, format);
  return format;
}
