import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import {
  panned,
  SHORTEST_MS,
  spanOf,
  type TimeRange,
  within,
  zoomed,
} from '../../core/timeline/time-range.ts';
import { CHART_KEYS } from '../keys/chart-keys.ts';

const STEP = 1.4;

/** What of an axis is on show, how far it goes, and who keeps it. In milliseconds, or whatever the axis counts in. */
export interface ZoomState {
  readonly range: TimeRange;
  readonly bounds: TimeRange;
  /** Where Home and End lead; without, the bounds. */
  readonly ends?: TimeRange;
  /** The least that can be shown. */
  readonly shortest?: number;
  show(range: TimeRange): void;
  all(): void;
}

export interface Zoom {
  readonly range: TimeRange;
  in(): void;
  out(): void;
  all(): void;
  show(range: TimeRange): void;
  /** Takes the keys that are its own, and says whether it did. */
  onKeyDown(event: KeyboardEvent): boolean;
  /** Moves with the pointer; `click` is called where it did not move. */
  onPointerDown(event: PointerEvent, click: () => void): void;
}

/** A state that a signal holds: null for all of it, also when more comes. */
export function zoomIn(held: Signal<TimeRange | null>, bounds: TimeRange): ZoomState {
  return {
    range: held.value === null ? bounds : within(held.value, bounds),
    bounds,
    show(next) {
      held.value = next.from <= bounds.from && next.to >= bounds.to ? null : next;
    },
    all() {
      held.value = null;
    },
  };
}

/**
 * Zooms and moves by wheel, drag, keys and buttons.
 * @param area as wide as the axis.
 * @param takesWheel whether a wheel that is turned without a key is meant for the axis, and not for scrolling.
 */
export function useZoom(
  area: RefObject<HTMLElement | null>,
  state: ZoomState,
  wheel: RefObject<HTMLElement | null> = area,
  takesWheel: (event: WheelEvent) => boolean = hasFocus,
): Zoom {
  const { range, bounds, shortest = SHORTEST_MS, show } = state;
  const zoomBy = (factor: number, around: number) => zoomed(range, factor, around, bounds, shortest);
  const byButton = (factor: number) => show(zoomBy(factor, (range.from + range.to) / 2));
  const placeAt = (clientX: number) => {
    const box = area.current?.getBoundingClientRect();
    if (!box || box.width === 0) return range.from;
    return range.from + ((clientX - box.left) / box.width) * spanOf(range);
  };

  // Not through `onWheel`: the page would scroll along, as a passive listener cannot hold it back.
  useEffect(() => {
    const target = wheel.current;
    if (!target) return;
    const onWheel = (event: WheelEvent) => {
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
      const asked = event.ctrlKey || event.metaKey || sideways;
      if (!asked && !takesWheel(event)) return;
      const next = sideways
        ? panned(range, (event.deltaX || event.deltaY) / 800, bounds)
        : zoomBy(1.0018 ** clampWheel(event.deltaY), placeAt(event.clientX));
      if (next.from === range.from && next.to === range.to && !event.ctrlKey) return;
      event.preventDefault();
      show(next);
    };
    target.addEventListener('wheel', onWheel, { passive: false });
    return () => target.removeEventListener('wheel', onWheel);
  });

  return {
    range,
    in: () => byButton(1 / STEP),
    out: () => byButton(STEP),
    all: state.all,
    show,
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.key === CHART_KEYS.all) state.all();
      else {
        const next = rangeAfterKey(event.key, event.shiftKey, state);
        if (next === null) return false;
        show(next);
      }
      event.preventDefault();
      return true;
    },
    onPointerDown(event, click) {
      if (event.button !== 0) return;
      const bar = event.currentTarget as HTMLElement;
      const { clientX } = event;
      const width = area.current?.clientWidth ?? 0;
      let moved = false;
      bar.setPointerCapture(event.pointerId);
      const move = (to: PointerEvent) => {
        moved ||= Math.abs(to.clientX - clientX) > 3;
        if (moved) show(panned(range, (clientX - to.clientX) / Math.max(1, width), bounds));
      };
      bar.addEventListener('pointermove', move);
      bar.addEventListener(
        'lostpointercapture',
        () => {
          bar.removeEventListener('pointermove', move);
          if (!moved) click();
        },
        { once: true },
      );
    },
  };
}

/** What keys show; null: the key is not ours. */
export function rangeAfterKey(
  key: string,
  far: boolean,
  { range, bounds, ends = bounds, shortest = SHORTEST_MS }: Omit<ZoomState, 'show' | 'all'>,
): TimeRange | null {
  const middle = (range.from + range.to) / 2;
  switch (key) {
    case CHART_KEYS.back:
      return panned(range, far ? -0.8 : -0.15, bounds);
    case CHART_KEYS.on:
      return panned(range, far ? 0.8 : 0.15, bounds);
    case CHART_KEYS.first:
      return within({ from: ends.from, to: ends.from + spanOf(range) }, bounds);
    case CHART_KEYS.last:
      return within({ from: ends.to - spanOf(range), to: ends.to }, bounds);
    case CHART_KEYS.in[0]:
    case CHART_KEYS.in[1]:
      return zoomed(range, 1 / STEP, middle, bounds, shortest);
    case CHART_KEYS.out[0]:
    case CHART_KEYS.out[1]:
      return zoomed(range, STEP, middle, bounds, shortest);
    default:
      return null;
  }
}

/** A wheel over a chart that nobody is at scrolls the page. */
function hasFocus({ currentTarget }: WheelEvent): boolean {
  return currentTarget instanceof Element && currentTarget.contains(document.activeElement);
}

/** A page's worth of one turn, whatever the wheel counts in. */
function clampWheel(delta: number): number {
  return Math.min(300, Math.max(-300, delta));
}
