import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { panned, spanOf, type TimeRange, within, zoomed } from '../../../../core/timeline/time-range.ts';
import { CHART_KEYS } from '../../../keys/chart-keys.ts';

const STEP = 1.4;

export interface Zoom {
  readonly range: TimeRange;
  in(): void;
  out(): void;
  all(): void;
  show(range: TimeRange): void;
  /** Takes the keys that are its own. */
  onKeyDown(event: KeyboardEvent): void;
  /** Moves with the pointer; `click` is called where it did not move. */
  onPointerDown(event: PointerEvent, click: () => void): void;
}

/** What is on show of a time axis, by wheel, drag, keys and buttons. `zoom` is null for all of it. */
export function useZoom(
  element: RefObject<HTMLElement | null>,
  zoom: Signal<TimeRange | null>,
  bounds: TimeRange,
): Zoom {
  const range = zoom.value === null ? bounds : within(zoom.value, bounds);
  const show = (next: TimeRange) => {
    // Everything stays everything, also when more comes.
    zoom.value = next.from <= bounds.from && next.to >= bounds.to ? null : next;
  };
  const timeAt = (clientX: number) => {
    const box = element.current?.getBoundingClientRect();
    if (!box || box.width === 0) return range.from;
    return range.from + ((clientX - box.left) / box.width) * (range.to - range.from);
  };
  const byButton = (factor: number) => show(zoomed(range, factor, (range.from + range.to) / 2, bounds));

  // Not through `onWheel`: the page would scroll along, as a passive listener cannot hold it back.
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const onWheel = (event: WheelEvent) => {
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
      // A wheel over a chart that nobody is at scrolls the page.
      const meant = event.ctrlKey || event.metaKey || sideways || target.contains(document.activeElement);
      if (!meant) return;
      const next = sideways
        ? panned(range, (event.deltaX || event.deltaY) / 800, bounds)
        : zoomed(range, 1.0018 ** clampWheel(event.deltaY), timeAt(event.clientX), bounds);
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
    all: () => {
      zoom.value = null;
    },
    show,
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const next = rangeAfterKey(event.key, event.shiftKey, range, bounds);
      if (next === null) return;
      event.preventDefault();
      show(next);
    },
    onPointerDown(event, click) {
      if (event.button !== 0) return;
      const bar = event.currentTarget as HTMLElement;
      const { clientX } = event;
      const { width } = bar.getBoundingClientRect();
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
  range: TimeRange,
  bounds: TimeRange,
): TimeRange | null {
  const middle = (range.from + range.to) / 2;
  switch (key) {
    case CHART_KEYS.back:
      return panned(range, far ? -0.8 : -0.15, bounds);
    case CHART_KEYS.on:
      return panned(range, far ? 0.8 : 0.15, bounds);
    case CHART_KEYS.first:
      return within({ from: bounds.from, to: bounds.from + spanOf(range) }, bounds);
    case CHART_KEYS.last:
      return within({ from: bounds.to - spanOf(range), to: bounds.to }, bounds);
    case CHART_KEYS.in[0]:
    case CHART_KEYS.in[1]:
      return zoomed(range, 1 / STEP, middle, bounds);
    case CHART_KEYS.out[0]:
    case CHART_KEYS.out[1]:
      return zoomed(range, STEP, middle, bounds);
    case CHART_KEYS.all:
      return bounds;
    default:
      return null;
  }
}

/** A page's worth of one turn, whatever the wheel counts in. */
function clampWheel(delta: number): number {
  return Math.min(300, Math.max(-300, delta));
}
