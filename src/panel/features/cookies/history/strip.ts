/** A cookie's life as a strip: places of its events, spans between them. Numbers only. */
import type { CookieEvent } from '../../../../core/recording/recording.ts';
import type { EventItem, LifeItem } from './life.ts';

export interface StripMark {
  readonly x: number;
  readonly event: CookieEvent;
  readonly number: number;
  /** How often it happened here: of joined renewals, and of one attempt again and again. */
  readonly times: number;
}

export interface StripSpan {
  readonly from: number;
  readonly to: number;
  /** `unknown`: nothing was seen of it yet but refused attempts. */
  readonly state: 'present' | 'absent' | 'unknown';
  /** Requests that sent it. */
  readonly sent: number;
}

export interface Strip {
  readonly marks: readonly StripMark[];
  readonly spans: readonly StripSpan[];
}

/** Least distance of two marks in pixels; older ones than have room are left out. */
const SPACING = 22;
/** At either end, in pixels: half a mark, and air. */
const MARGIN = 10;
/** Times apart count by their logarithm: a login's milliseconds and a night are both to be seen. */
const UNIT_MS = 50;

/** @param now where it ends, while the cookie is there. @param width in pixels. */
export function stripOf(items: readonly LifeItem[], now: number, width: number): Strip {
  const points = pointsOf(items).slice(-Math.max(1, Math.floor((width - 2 * MARGIN) / SPACING)));
  const last = points.at(-1);
  if (last === undefined) return { marks: [], spans: [] };
  const gaps = points.map(({ item }, index) => {
    const next = points[index + 1]?.item.event.at ?? Math.max(now, item.event.at);
    return 1 + Math.log2(1 + Math.max(0, next - item.event.at) / UNIT_MS);
  });
  const least = SPACING * gaps.length;
  const room = Math.max(0, width - 2 * MARGIN - least);
  const sum = gaps.reduce((total, gap) => total + gap, 0);
  const marks: StripMark[] = [];
  const spans: StripSpan[] = [];
  let x = MARGIN;
  let state: StripSpan['state'] = 'unknown';
  for (const [index, { item, sent, times }] of points.entries()) {
    const to = x + SPACING + (room * (gaps[index] ?? 0)) / sum;
    state = stateAfter(item.event, state);
    marks.push({ x, event: item.event, number: item.number, times });
    spans.push({ from: x, to, state, sent });
    x = to;
  }
  return { marks, spans };
}

function stateAfter(event: CookieEvent, before: StripSpan['state']): StripSpan['state'] {
  if (event.kind === 'rejected') return before;
  return event.kind === 'gone' ? 'absent' : 'present';
}

interface Point {
  readonly item: EventItem;
  readonly times: number;
  sent: number;
}

/** Each event with how often it was sent until the next; renewals that were joined are one. */
function pointsOf(items: readonly LifeItem[]): Point[] {
  const points: Point[] = [];
  for (const item of items) {
    const last = points.at(-1);
    if (item.kind === 'event') points.push({ item, times: timesOf(item.event), sent: 0 });
    else if (item.kind === 'renewals')
      points.push({ item: item.newest, times: item.events.length, sent: item.sent });
    else if (last !== undefined) last.sent += item.count;
  }
  return points;
}

function timesOf(event: CookieEvent): number {
  return 'times' in event ? event.times : 1;
}
