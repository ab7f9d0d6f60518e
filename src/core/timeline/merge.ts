/** What stands too close together on the screen to be told apart is drawn as one. */
import { spanOf, type TimeRange } from './time-range.ts';

interface Timed {
  readonly at: number;
}

/** Neighbours in one stroke. */
export interface Stroke {
  readonly from: number;
  readonly to: number;
  /** Place of the first, and how many. */
  readonly first: number;
  readonly count: number;
}

/**
 * The strokes that a range has on so many pixels: each reaches as far as its neighbours are closer than a pixel. However many
 * ticks there are, there are no more strokes than pixels.
 * @param ticks in order of time.
 */
export function strokesOf(ticks: readonly Timed[], range: TimeRange, pixels: number): readonly Stroke[] {
  const apart = pixelOf(range, pixels);
  if (apart === null) return [];
  const strokes: { from: number; to: number; first: number; count: number }[] = [];
  for (let index = placeOf(ticks, range.from - apart); index < ticks.length; index++) {
    const at = ticks[index]?.at ?? 0;
    if (at > range.to + apart) break;
    const open = strokes.at(-1);
    if (open !== undefined && at - open.to < apart) {
      open.to = at;
      open.count += 1;
    } else strokes.push({ from: at, to: at, first: index, count: 1 });
  }
  return strokes;
}

/**
 * The same on any scale, in pixels: strokes closer than `apart` are one.
 * @param times in order.
 * @param x place of a time; later ones must not be before earlier ones.
 */
export function pixelStrokes(
  times: readonly number[],
  x: (at: number) => number,
  width: number,
  apart = 1.5,
): readonly Stroke[] {
  const strokes: { from: number; to: number; first: number; count: number }[] = [];
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x(times[middle] ?? 0) < -apart) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < times.length; index++) {
    const place = x(times[index] ?? 0);
    if (place > width + apart) break;
    const open = strokes.at(-1);
    if (open !== undefined && place - open.to < apart) {
      open.to = place;
      open.count += 1;
    } else strokes.push({ from: place, to: place, first: index, count: 1 });
  }
  return strokes;
}

/** Things that would cover each other, under one sign. */
export interface Cluster<T> {
  readonly at: number;
  readonly items: readonly [T, ...T[]];
}

/** @param apart pixels between two signs; what is nearer to the first of a cluster belongs to it. */
export function clustersOf<T extends Timed>(
  items: readonly T[],
  range: TimeRange,
  pixels: number,
  apart: number,
): readonly Cluster<T>[] {
  const pixel = pixelOf(range, pixels);
  if (pixel === null) return [];
  const clusters: { at: number; items: [T, ...T[]] }[] = [];
  for (let index = placeOf(items, range.from); index < items.length; index++) {
    const item = items[index];
    if (item === undefined || item.at > range.to) break;
    const open = clusters.at(-1);
    if (open !== undefined && item.at - open.at < apart * pixel) open.items.push(item);
    else clusters.push({ at: item.at, items: [item] });
  }
  return clusters;
}

/** The nearest of several in time, no farther than `within` milliseconds; null: none is. */
export function nearestTo<T extends Timed>(items: readonly T[], at: number, within: number): T | null {
  const place = placeOf(items, at);
  let best: T | null = null;
  for (const item of [items[place - 1], items[place]]) {
    if (item === undefined || Math.abs(item.at - at) > within) continue;
    if (best === null || Math.abs(item.at - at) < Math.abs(best.at - at)) best = item;
  }
  return best;
}

/** Milliseconds of a pixel; null where nothing can be drawn. */
function pixelOf(range: TimeRange, pixels: number): number | null {
  const pixel = spanOf(range) / pixels;
  return pixel > 0 && Number.isFinite(pixel) ? pixel : null;
}

/** Place of the first at or after a time. */
function placeOf(items: readonly Timed[], at: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
