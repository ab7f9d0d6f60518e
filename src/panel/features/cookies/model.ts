/** What the Cookies tab shows: rows, filtered and sorted. No DOM. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { isNumberRecord } from '../../../platform/preferences.ts';
import { COLUMN_IDS, type ColumnId } from '../../../protocol/columns.ts';
import { SETTINGS } from '../../../protocol/settings.ts';
import { type GridSelection, NO_ROWS } from '../../../ui/grid-selection.ts';
import { clearCookieFilter, cookieFilter } from '../../cookie-filter.ts';
import { type CookieRow, cookieRow } from '../../cookie-row.ts';
import { remembered, type Store, shared } from '../../store.ts';
import { type CookieSort, sortRows } from './sort.ts';

export interface CookiesModel {
  readonly store: Store;
  /** All there are and were, in order of appearance. */
  readonly all: ReadonlySignal<readonly CookieRow[]>;
  /** Those that search and facets let pass, sorted. */
  readonly rows: ReadonlySignal<readonly CookieRow[]>;
  readonly sort: Signal<CookieSort>;
  readonly columns: Signal<readonly ColumnId[]>;
  readonly widths: Signal<Readonly<Record<string, number>>>;
  /** Chosen columns that there is no room for. */
  readonly leftOut: Signal<readonly string[]>;
  /** Key of the row that arrow keys move from. */
  readonly cursor: Signal<string | null>;
  /** Rows that were chosen together. */
  readonly selection: Signal<GridSelection>;
  /** Of those that are listed: the chosen ones, else the one of the cursor. */
  readonly targets: ReadonlySignal<readonly CookieRow[]>;
  /** The row whose details are open. */
  readonly opened: ReadonlySignal<CookieRow | null>;
  readonly summary: ReadonlySignal<CookiesSummary>;
  /** Set-Cookie lines that the browser refused. */
  readonly refused: ReadonlySignal<number>;
  clearFilters(): void;
}

export interface CookiesSummary {
  readonly shown: number;
  readonly present: number;
  readonly gone: number;
  readonly rejected: number;
  /** Octets of names and values of those that are there. */
  readonly bytes: number;
}

export function createCookiesModel(store: Store, now?: () => number): CookiesModel {
  const { preferences } = store;
  const sort = remembered<CookieSort>(preferences, 'cookies.sort', isSort, {
    column: 'name',
    descending: false,
  });

  const all = computed(() => {
    store.version.value;
    const recording = store.recording.value;
    return Array.from(recording.cookies.values(), (entry) => cookieRow(recording, entry));
  });
  // Sorted before it is filtered: a key in the search then costs no sorting.
  const sorted = computed(() => sortRows(all.value, sort.value));
  const rows = computed(() => {
    const passes = cookieFilter(store, now);
    return passes === null ? sorted.value : sorted.value.filter(passes);
  });

  const cursor = signal<string | null>(null);
  const selection = signal<GridSelection>(NO_ROWS);

  return {
    store,
    all,
    rows,
    selection,
    targets: computed(() => {
      const { keys } = selection.value;
      if (keys.size > 0) return rows.value.filter((row) => keys.has(row.key));
      return rows.value.filter((row) => row.key === cursor.value);
    }),
    sort,
    columns: shared(preferences, SETTINGS.columns),
    widths: remembered(preferences, 'cookies.widths', isNumberRecord, {}),
    leftOut: signal<readonly string[]>([]),
    cursor,
    opened: computed(() => {
      store.version.value;
      const key = store.cookie.value;
      const recording = store.recording.value;
      const entry = key === null ? undefined : recording.cookies.get(key);
      return entry ? cookieRow(recording, entry) : null;
    }),
    refused: computed(() => {
      store.version.value;
      let count = 0;
      for (const { predicted } of store.recording.value.setCookies.values())
        count += predicted.stored ? 0 : 1;
      return count;
    }),
    summary: computed(() => summarise(all.value, rows.value)),
    clearFilters: () => clearCookieFilter(store),
  };
}

function summarise(all: readonly CookieRow[], rows: readonly CookieRow[]): CookiesSummary {
  const count = { present: 0, gone: 0, rejected: 0 };
  let bytes = 0;
  for (const row of all) {
    count[row.state] += 1;
    if (row.state === 'present') bytes += row.size;
  }
  return { shown: rows.length, ...count, bytes };
}

export function isColumn(id: string): id is ColumnId {
  return (COLUMN_IDS as readonly string[]).includes(id);
}

function isSort(value: unknown): value is CookieSort {
  if (typeof value !== 'object' || value === null) return false;
  const { column, descending } = value as Record<string, unknown>;
  return typeof column === 'string' && isColumn(column) && typeof descending === 'boolean';
}
