/** A bar in pixels: what of it is drawn where, on any scale. No DOM. */
import type { BarCause, CookieBar } from '../../../core/timeline/bar.ts';
import { pixelStrokes, type Stroke } from '../../../core/timeline/merge.ts';
import type { TimeAxis } from '../../chart/time-axis.ts';

export interface Box {
  readonly from: number;
  readonly to: number;
}

export interface BarShape {
  /** Times in which it was there, up to now or its end; one for each value. */
  readonly past: readonly Box[];
  /** What is left of it. */
  readonly left: Box | null;
  /** It has no end: what is left fades out. */
  readonly open: boolean;
  /** It began nobody knows when. */
  readonly torn: number | null;
  /** Where it ended, and why. */
  readonly gone: { readonly x: number; readonly cause: BarCause } | null;
  /** What it would have had yet. */
  readonly lost: Box | null;
  /** Writings after the first. */
  readonly writes: readonly Stroke[];
  /** Ends that it had before a writing moved them. */
  readonly formerEnds: readonly Stroke[];
  /** Its end, if that has a date. */
  readonly end: number | null;
  readonly clamped: boolean;
  /** All of it lies to one side of what is on show. */
  readonly aside: 'before' | 'after' | null;
}

/** Pixels beyond the edges up to which things are drawn. */
const EDGE = 8;

export function barShape(bar: CookieBar, axis: TimeAxis, now: number): BarShape {
  const { width } = axis;
  const clip = (x: number) => Math.min(width + EDGE, Math.max(-EDGE, x));
  const box = (from: number, to: number): Box | null => {
    const shape = { from: clip(axis.x(from)), to: clip(axis.x(to)) };
    return shape.to < -EDGE + 0.5 || shape.from > width + EDGE - 0.5 ? null : shape;
  };
  const { end } = bar;
  const endAt = end.kind === 'session' ? null : end.at;
  /** It is there, but its time is up: the store will tell so when it tidies up. */
  const isOver = end.kind === 'expiry' && end.at <= now;
  const until = endAt === null ? now : Math.min(endAt, now);
  const isGone = end.kind === 'gone' || isOver;
  const past = bar.segments.flatMap(({ from, to }) => box(from, Math.max(from, to ?? until)) ?? []);
  const lastFrom = Math.max(now, bar.segments.at(-1)?.from ?? now);
  const left = isGone ? null : box(lastFrom, endAt ?? axis.range.to + (axis.range.to - axis.range.from));
  const planned = end.kind === 'gone' ? end.planned : null;
  const times = bar.ticks.slice(1).map(({ at }) => at);
  return {
    past,
    left,
    open: end.kind === 'session',
    torn: bar.fromKnown ? null : onShow(axis.x(bar.from), width),
    gone: isGone ? at(axis, endAt ?? now, end.kind === 'gone' ? end.cause : 'expired') : null,
    lost: planned !== null && endAt !== null && planned > endAt ? box(endAt, planned) : null,
    writes: pixelStrokes(times, axis.x, width),
    formerEnds: pixelStrokes(bar.formerEnds, axis.x, width, 3),
    end: isGone || endAt === null ? null : onShow(axis.x(endAt), width),
    clamped: end.kind === 'expiry' && end.clamped,
    aside: asideOf(axis.x(bar.from), end.kind === 'session' ? width : axis.x(endAt ?? now), width),
  };
}

function at(axis: TimeAxis, time: number, cause: BarCause): BarShape['gone'] {
  const x = onShow(axis.x(time), axis.width);
  return x === null ? null : { x, cause };
}

function onShow(x: number, width: number): number | null {
  return x < -EDGE || x > width + EDGE ? null : x;
}

function asideOf(from: number, to: number, width: number): BarShape['aside'] {
  if (to < 0) return 'before';
  return from > width ? 'after' : null;
}

/** The writing that is drawn within a few pixels of a place, its number among the ticks; null: none is. */
export function tickNear(bar: CookieBar, axis: TimeAxis, x: number, within = 5): number | null {
  let best: number | null = null;
  let distance = within;
  for (const [index, tick] of bar.ticks.entries()) {
    const away = Math.abs(axis.x(tick.at) - x);
    // Of those in one stroke, the newest.
    if (away > distance) continue;
    best = index;
    distance = away;
  }
  return best;
}
