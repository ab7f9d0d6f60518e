/** What the search box offers of the list on show. No DOM. */
import type { FacetCount } from '../facets.ts';
import type { FacetWords } from '../parts/filters.tsx';
import type { Store } from '../store.ts';
import { rowTest, type Searchable } from './match.ts';
import { parseQuery } from './parse.ts';
import type { Query } from './query.ts';
import { FACET_WORDS, facetWord } from './vocabulary.ts';

export interface SearchScope {
  /** The facets that its rows have, in the order of the vocabulary. */
  readonly facets: readonly string[];
  /** A facet's values among the rows that the rest of the search lets pass, the most frequent first. */
  values(facet: string, rest: Query): readonly FacetCount[];
  /** How many of those rows one more term would show. */
  count(term: string, rest: Query): number;
  /** A value in the person's language. */
  valueWord(facet: string, value: string): string;
}

export interface ScopeParts<Row> {
  readonly store: Store;
  readonly searchable: Searchable<Row>;
  /** Those that the chips let pass. */
  rows(): readonly Row[];
  /** Of the menu of facets, whose ids may have capitals. */
  readonly words: FacetWords;
  now(): number;
}

export function searchScope<Row>({ store, searchable, rows, words, now }: ScopeParts<Row>): SearchScope {
  const facets = FACET_WORDS.map(({ id }) => id).filter((id) => Object.hasOwn(searchable.facets, id));
  const menuIds: Readonly<Record<string, string>> = { httponly: 'httpOnly', samesite: 'sameSite' };
  const testOf = (query: Query) => rowTest(query, searchable, { inValues: store.showValues.value, now });
  const passing = (rest: Query) => {
    const test = testOf(rest);
    return test === null ? rows() : rows().filter(test);
  };
  return {
    facets,
    values(facet, rest) {
      const reader = searchable.facets[facet];
      if (reader?.kind !== 'texts' || facetWord(facet)?.secret) return [];
      const counts = new Map<string, number>();
      for (const row of passing(rest))
        for (const value of reader.read(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
      const sorted = [...counts].map(([value, count]) => ({ value, count }));
      return sorted.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    },
    count(term, rest) {
      const test = testOf(parseQuery(term));
      const left = passing(rest);
      return test === null ? left.length : left.filter(test).length;
    },
    valueWord: (facet, value) =>
      words.value(Object.hasOwn(menuIds, facet) ? (menuIds[facet] ?? facet) : facet, value),
  };
}
