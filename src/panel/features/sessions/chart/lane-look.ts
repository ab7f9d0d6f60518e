/** What there is at a point of a lane, and the figures of its axis. No DOM. */
import { scaleTime } from 'd3-scale';
import type { Lane, LaneRun, LaneTick } from '../../../../core/timeline/lane.ts';
import { nearestTo, strokesOf } from '../../../../core/timeline/merge.ts';
import { spanOf, type TimeRange } from '../../../../core/timeline/time-range.ts';
import { uiLanguage } from '../../../../platform/i18n.ts';

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

/** Pixels of a digit, and of the air between two labels. */
const DIGIT = 6.2;
const AIR = 16;

/** Round times in the person's own zone, as many as have room for their labels. */
export function axisTicks(range: TimeRange, pixels: number): readonly AxisTick[] {
  const scale = scaleTime().domain([range.from, range.to]);
  let ticks: readonly AxisTick[] = [];
  // Round times come in leaps: fewer are asked for until those that come fit.
  for (let count = Math.max(2, Math.floor(pixels / 56)); count >= 1; count = Math.floor(count / 1.5)) {
    const times = scale.ticks(count).map(Number);
    const step = (times[1] ?? range.to) - (times[0] ?? range.from);
    const format = formatFor(step);
    ticks = times.map((at) => ({ at, label: format.format(at) }));
    const apart = (step / spanOf(range)) * pixels;
    if (apart >= (ticks[0]?.label.length ?? 0) * DIGIT + AIR) return ticks;
  }
  return ticks.slice(0, 1);
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
  const format = new Intl.DateTimeFormat(uiLanguage(), options);
  formats.set(name, format);
  return format;
}
