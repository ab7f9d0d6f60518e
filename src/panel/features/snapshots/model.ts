/** What the Snapshots tab shows: what is kept, and how two of them differ. No DOM. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Comparison, compareSnapshots, thatMatter } from '../../../core/snapshot/compare.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { takeSnapshot } from '../../../core/snapshot/take.ts';
import { isBoolean } from '../../../platform/preferences.ts';
import { type FacetChoice, passes } from '../../facets.ts';
import type { Panel } from '../../panel.ts';
import { searchTest } from '../../search/query-of.ts';
import { remembered, type Store } from '../../store.ts';
import { type Choice, choiceOf, NOW } from './choice.ts';
import { type Keeper, keeperOf } from './keeper.ts';
import { DIFFERENCE_FACETS, type DifferenceRow, rowsOf } from './row.ts';
import { DIFFERENCE_SEARCH } from './search.ts';

export interface SnapshotsModel {
  readonly store: Store;
  readonly keeper: Keeper;
  /** null: none is kept. */
  readonly pair: ReadonlySignal<Pair | null>;
  /** Without what is hidden as of no matter. */
  readonly comparison: ReadonlySignal<Comparison | null>;
  readonly rows: ReadonlySignal<readonly DifferenceRow[]>;
  /** Those that facets let pass. */
  readonly chosen: ReadonlySignal<readonly DifferenceRow[]>;
  /** Those that pass search and filters. */
  readonly shown: ReadonlySignal<readonly DifferenceRow[]>;
  readonly facets: Signal<FacetChoice>;
  /** Whether mere renewals are hidden. */
  readonly onlyMatters: Signal<boolean>;
  /** How many of those there are. */
  readonly renewals: ReadonlySignal<number>;
  choose(side: keyof Choice, id: string): void;
  swap(): void;
}

export interface Pair {
  readonly before: Snapshot;
  readonly after: Snapshot;
}

export function createSnapshotsModel(panel: Panel, keeper: Keeper = keeperOf(panel)): SnapshotsModel {
  const { store } = panel;
  const sides = signal<Partial<Choice>>({});
  const facets = signal<FacetChoice>({});
  const onlyMatters = remembered(store.preferences, 'snapshots.onlyMatters', isBoolean, true);

  const now = computed(() => {
    void store.version.value;
    const { lastAt } = store.recording.value;
    return takeSnapshot(store.recording.value, { id: NOW, at: lastAt, why: 'by-hand', label: '' });
  });
  const pair = computed((): Pair | null => {
    const snapshots = keeper.snapshots.value;
    if (snapshots.length === 0) return null;
    const choice = choiceOf(snapshots, sides.value);
    const of = (id: string) => snapshots.find((each) => each.id === id) ?? now.value;
    return { before: of(choice.before), after: of(choice.after) };
  });
  const whole = computed(() =>
    pair.value === null ? null : compareSnapshots(pair.value.before, pair.value.after),
  );
  const comparison = computed(() =>
    whole.value !== null && onlyMatters.value ? thatMatter(whole.value) : whole.value,
  );
  const rows = computed(() => (comparison.value === null ? [] : rowsOf(comparison.value)));
  const chosen = computed(() => rows.value.filter((row) => passes(row, DIFFERENCE_FACETS, facets.value)));
  const shown = computed(() => {
    const finds = searchTest(store, DIFFERENCE_SEARCH, () => panel.now.value);
    return chosen.value.filter((row) => finds === null || finds(row));
  });

  effect(() => {
    sides.value = keeper.latest.value;
  });
  return {
    store,
    keeper,
    pair,
    comparison,
    rows,
    chosen,
    shown,
    facets,
    onlyMatters,
    renewals: computed(() => whole.value?.changed.filter(({ renewed }) => renewed).length ?? 0),
    choose(side, id) {
      sides.value = { ...sides.peek(), [side]: id };
    },
    swap() {
      const current = pair.peek();
      if (current !== null) sides.value = { before: current.after.id, after: current.before.id };
    },
  };
}
