/** What the Timeline tab shows: each cookie's bar, sorted and grouped, and what of time is on show. No DOM. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CookieEntry, CookieKey } from '../../../core/recording/recording.ts';
import { analyseSessions } from '../../../core/session/analysis.ts';
import type { CookieBar } from '../../../core/timeline/bar.ts';
import { createBars } from '../../../core/timeline/bars.ts';
import { gapsOf, momentsOf, type TimelineMoment } from '../../../core/timeline/moments.ts';
import type { TimeRange } from '../../../core/timeline/time-range.ts';
import type { Scale } from '../../chart/time-axis.ts';
import type { ZoomState } from '../../chart/use-zoom.ts';
import { cookieFilter } from '../../cookie-filter.ts';
import { type CookieRow, cookieRow } from '../../cookie-row.ts';
import type { Panel } from '../../panel.ts';
import { remembered, type Store } from '../../store.ts';
import {
  type BarRow,
  GROUPINGS,
  type Grouping,
  groupBars,
  SORTS,
  type Sort,
  sortBars,
  type TimelineRow,
} from './rows.ts';
import {
  boundsOf,
  extentOf,
  inScale,
  isPreset,
  type Preset,
  SHORTEST,
  type Shown,
  windowOf,
} from './window.ts';

export interface TimelineModel {
  readonly store: Store;
  readonly now: ReadonlySignal<number>;
  /** All cookies that have a life to show. */
  readonly all: ReadonlySignal<readonly BarRow[]>;
  /** Those that search and facets let pass. */
  readonly bars: ReadonlySignal<readonly BarRow[]>;
  readonly sorted: ReadonlySignal<readonly BarRow[]>;
  /** The same as they stand in the chart, with headings. */
  readonly rows: ReadonlySignal<readonly TimelineRow[]>;
  /** Logins, logouts, navigations and marks, in order of time. */
  readonly moments: ReadonlySignal<readonly TimelineMoment[]>;
  /** When nothing was recorded. */
  readonly gaps: ReadonlySignal<readonly TimeRange[]>;
  readonly scale: ReadonlySignal<Scale>;
  readonly sort: Signal<Sort>;
  readonly grouping: Signal<Grouping>;
  readonly asTable: Signal<boolean>;
  /** The preset on show; null: a stretch that a person zoomed to. */
  readonly preset: ReadonlySignal<Preset | null>;
  /** In the units of the scale. */
  readonly zoom: ReadonlySignal<ZoomState>;
  /** Key of the row that arrow keys move from, and of the one that the pointer is at. */
  readonly cursor: Signal<string | null>;
  readonly hovered: Signal<string | null>;
  /** Place of the pointer on the axis, in pixels; null: it is elsewhere. */
  readonly pointer: Signal<number | null>;
  /** Number of the writing that the pointer is at, among those of the row; null: none. */
  readonly pointed: Signal<number | null>;
  rowOf(key: string | null): BarRow | null;
  setScale(scale: Scale): void;
  setPreset(preset: Preset): void;
}

const isOneOf =
  <T extends string>(...all: readonly T[]) =>
  (value: unknown): value is T =>
    (all as readonly unknown[]).includes(value);

export function createTimelineModel({ store, now, audited }: Panel): TimelineModel {
  const { preferences } = store;
  const barsOf = createBars();
  const rows = new WeakMap<CookieRow, BarRow>();
  const scale = remembered<Scale>(preferences, 'timeline.scale', isOneOf('linear', 'log'), 'log');
  const preset = remembered<Preset>(preferences, 'timeline.preset', isPreset, 'all');
  const zoomedTo = signal<TimeRange | null>(null);
  const shown = computed<Shown>(() => zoomedTo.value ?? preset.value);

  function rowFor(entry: CookieEntry): BarRow | null {
    const recording = store.recording.value;
    const bar = barsOf.of(entry, recording);
    if (bar === null) return null;
    const row = cookieRow(recording, entry);
    const held = rows.get(row);
    if (held?.bar === bar) return held;
    const made: BarRow = { kind: 'cookie', key: entry.key, row, bar };
    rows.set(row, made);
    return made;
  }

  const all = computed(() => {
    store.version.value;
    const found: BarRow[] = [];
    for (const entry of store.recording.value.cookies.values()) {
      const row = rowFor(entry);
      if (row !== null) found.push(row);
    }
    return found;
  });
  const bars = computed(() => {
    const passes = cookieFilter(store, () => now.value);
    return passes === null ? all.value : all.value.filter(({ row }) => passes(row));
  });
  const sort = remembered<Sort>(preferences, 'timeline.sort', isOneOf(...SORTS), 'expiry');
  const grouping = remembered<Grouping>(preferences, 'timeline.group', isOneOf(...GROUPINGS), 'none');
  // How many have ended by now changes seldom, and then they stand elsewhere.
  const over = computed(() => countOver(bars.value, now.value));
  const sorted = computed(() => {
    over.value;
    return sortBars(bars.value, sort.value, now.peek());
  });
  const span = computed(() => timesOf(bars.value));
  const zoom = computed<ZoomState>(() => {
    const extent = extentOf(span.value, now.value);
    const range = windowOf(shown.value, scale.value, extent, now.value);
    return {
      range,
      bounds: boundsOf(scale.value, extent, now.value),
      ends: windowOf('all', scale.value, extent, now.value),
      shortest: SHORTEST[scale.value],
      show(next) {
        zoomedTo.value = next;
      },
      all: () => setPreset('all'),
    };
  });
  const flows = computed(() => {
    const current = audited.value;
    if (current === null) return [];
    return current.subjects.flatMap((subject) =>
      subject.shared(analyseSessions).flows.map(({ flow }) => flow),
    );
  });

  function setPreset(next: Preset): void {
    preset.value = next;
    zoomedTo.value = null;
  }

  return {
    store,
    now,
    all,
    bars,
    sorted,
    rows: computed(() => groupBars(sorted.value, grouping.value)),
    moments: computed(() => {
      store.version.value;
      return momentsOf(store.recording.value.moments, flows.value);
    }),
    gaps: computed(() => {
      store.version.value;
      return gapsOf(store.recording.value.moments);
    }),
    scale,
    sort,
    grouping,
    asTable: signal(false),
    preset: computed(() => (zoomedTo.value === null ? preset.value : null)),
    zoom,
    cursor: signal<string | null>(null),
    hovered: signal<string | null>(null),
    pointer: signal<number | null>(null),
    pointed: signal<number | null>(null),
    rowOf(key) {
      store.version.value;
      const entry = key === null ? undefined : store.recording.value.cookies.get(key as CookieKey);
      return entry === undefined ? null : rowFor(entry);
    },
    setScale(next) {
      const range = zoomedTo.peek();
      if (range !== null && next !== scale.peek())
        zoomedTo.value = inScale(range, next, now.peek()) as TimeRange;
      scale.value = next;
    },
    setPreset,
  };
}

function countOver(rows: readonly BarRow[], now: number): number {
  let count = 0;
  for (const { bar } of rows) if (bar.end.kind === 'expiry' && bar.end.at <= now) count += 1;
  return count;
}

/** The earliest beginning and the latest end. */
function timesOf(rows: readonly BarRow[]): readonly number[] {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { bar } of rows) {
    if (bar.from < from) from = bar.from;
    const end = endOf(bar);
    if (end > to) to = end;
  }
  return rows.length === 0 ? [] : [from, to];
}

function endOf({ from, end }: CookieBar): number {
  return end.kind === 'session' ? from : end.at;
}
