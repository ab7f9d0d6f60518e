/** What the Traffic tab shows: every Set-Cookie line, and the request that is open. No DOM. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { RequestEntry } from '../../../core/recording/recording.ts';
import { isNumberRecord } from '../../../platform/preferences.ts';
import { chosenFacets, type FacetChoice, passes } from '../../facets.ts';
import { searchTest } from '../../search/query-of.ts';
import { remembered, type Store } from '../../store.ts';
import { hopsOf } from './hops.ts';
import { type TrafficRow, trafficRow } from './row.ts';
import { TRAFFIC_SEARCH } from './search.ts';
import { TRAFFIC_FACETS } from './traffic-facets.ts';

export interface TrafficModel {
  readonly store: Store;
  readonly all: ReadonlySignal<readonly TrafficRow[]>;
  /** Those that facets let pass. */
  readonly chosen: ReadonlySignal<readonly TrafficRow[]>;
  /** Those that search and facets let pass, oldest first. */
  readonly rows: ReadonlySignal<readonly TrafficRow[]>;
  readonly facets: Signal<FacetChoice>;
  readonly widths: Signal<Readonly<Record<string, number>>>;
  readonly cursor: Signal<string | null>;
  /** Stay at the newest. */
  readonly follow: Signal<boolean>;
  /** All hops of the request that is open; null: closed, or no longer recorded. */
  readonly opened: ReadonlySignal<OpenedRequest | null>;
  readonly summary: ReadonlySignal<TrafficSummary>;
  clearFilters(): void;
}

export interface OpenedRequest {
  readonly hops: readonly RequestEntry[];
  readonly hop: RequestEntry;
}

export interface TrafficSummary {
  readonly shown: number;
  readonly all: number;
  readonly rejected: number;
  readonly contradicted: number;
  readonly requests: number;
}

export function createTrafficModel(store: Store, now?: () => number): TrafficModel {
  const facets = signal<FacetChoice>({});
  const all = computed(() => {
    store.version.value;
    return Array.from(store.recording.value.setCookies.values(), trafficRow);
  });
  /** Those that the chips let pass. */
  const chosen = computed(() => {
    const choice = facets.value;
    const asked = chosenFacets(TRAFFIC_FACETS, choice);
    return asked.length === 0 ? all.value : all.value.filter((row) => passes(row, asked, choice));
  });
  const rows = computed(() => {
    const finds = searchTest(store, TRAFFIC_SEARCH, now);
    return finds === null ? chosen.value : chosen.value.filter(finds);
  });
  return {
    store,
    all,
    chosen,
    rows,
    facets,
    widths: remembered(store.preferences, 'traffic.widths', isNumberRecord, {}),
    cursor: signal<string | null>(null),
    follow: signal(true),
    opened: computed(() => {
      store.version.value;
      const key = store.request.value?.request;
      const recording = store.recording.value;
      const hop = key === undefined ? undefined : recording.requests.get(key);
      // A new object at every change: entries are changed in place.
      return hop ? { hop, hops: hopsOf(recording, hop) } : null;
    }),
    summary: computed(() => ({
      shown: rows.value.length,
      all: all.value.length,
      rejected: all.value.reduce((sum, row) => sum + (row.verdict === 'rejected' ? 1 : 0), 0),
      contradicted: all.value.reduce((sum, row) => sum + (row.certainty === 'contradicted' ? 1 : 0), 0),
      requests: store.recording.value.requests.size,
    })),
    clearFilters: () =>
      batch(() => {
        facets.value = {};
        store.search.value = '';
      }),
  };
}

/** Shows what a jump asked for: all lines of one verdict, whatever was filtered before. */
export function takeVerdict({ store, facets }: TrafficModel): void {
  const verdict = store.verdict.peek();
  if (verdict === null) return;
  batch(() => {
    facets.value = { verdict: [verdict] };
    store.search.value = '';
    store.verdict.value = null;
  });
}
