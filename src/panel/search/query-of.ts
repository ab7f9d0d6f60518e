/** The query of a panel's search box, and its test of each kind of rows. No DOM. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Store } from '../store.ts';
import { decodedTurn } from './decoded.ts';
import { type RowTest, rowTest, type Searchable } from './match.ts';
import { parseQuery } from './parse.ts';
import type { Query } from './query.ts';

export interface BoxQuery {
  readonly query: ReadonlySignal<Query>;
  /** A pattern of it was given up in the middle. */
  readonly gaveUp: ReadonlySignal<boolean>;
}

const queries = new WeakMap<Store, BoxQuery>();

/** One for each store: a text is read once, whoever searches by it. */
export function queryOf(store: Store): BoxQuery {
  const held = queries.get(store);
  if (held !== undefined) return held;
  const heavy = signal<Query | null>(null);
  const query: ReadonlySignal<Query> = computed(() => {
    const text = store.search.value;
    // In the middle of a search nothing may be changed that it reads.
    return parseQuery(text, () => queueMicrotask(() => (heavy.value = query.peek())));
  });
  const made: BoxQuery = { query, gaveUp: computed(() => heavy.value === query.value) };
  queries.set(store, made);
  return made;
}

/** What the search box lets pass, as it is now; null: everything. */
export function searchTest<Row>(
  store: Store,
  searchable: Searchable<Row>,
  now: () => number = Date.now,
): RowTest<Row> | null {
  const query = queryOf(store).query.value;
  if (query.terms.length === 0) return null;
  const inValues = store.showValues.value;
  if (inValues && looksInValues(query)) decodedTurn.value;
  return rowTest(query, searchable, { inValues, now });
}

function looksInValues(query: Query): boolean {
  return hasFreeText(query) || query.terms.some(asksForValue);
}

/** Words and patterns, which may stand in values, too. */
export function hasFreeText({ terms }: Query): boolean {
  return terms.some(({ kind }) => kind === 'word' || kind === 'pattern');
}

export function asksForValue(term: Query['terms'][number]): boolean {
  return term.kind === 'facet' && term.facet === 'value';
}
