/** Searches that a person keeps, under a name. */
import type { Signal } from '@preact/signals';
import { isString } from '../../platform/preferences.ts';
import type { Setting } from '../../protocol/settings.ts';
import { type Store, shared } from '../store.ts';
import type { Query } from './query.ts';
import { asksForValue } from './query-of.ts';

export interface SavedSearch {
  readonly name: string;
  readonly text: string;
}

export const MOST_SAVED = 50;
export const LONGEST_NAME = 60;
const LONGEST_TEXT = 2_000;
/** Shorter words stand in any value by chance. */
const SHORTEST_SECRET = 6;

const SAVED: Setting<readonly SavedSearch[]> = {
  key: 'searches',
  fallback: [],
  shape: (value) =>
    Array.isArray(value) && value.length <= MOST_SAVED && value.every(isSaved) ? value : undefined,
};

function isSaved(value: unknown): value is SavedSearch {
  if (typeof value !== 'object' || value === null) return false;
  const { name, text } = value as Record<string, unknown>;
  return isString(name) && isString(text) && name.length <= LONGEST_NAME && text.length <= LONGEST_TEXT;
}

const signals = new WeakMap<Store, Signal<readonly SavedSearch[]>>();

/** The same in every panel. */
export function savedSearches(store: Store): Signal<readonly SavedSearch[]> {
  const held = signals.get(store) ?? shared(store.preferences, SAVED);
  signals.set(store, held);
  return held;
}

/** With one more; of one name there is one. */
export function withSaved(saved: readonly SavedSearch[], search: SavedSearch): readonly SavedSearch[] {
  const name = search.name.trim().slice(0, LONGEST_NAME);
  return [...saved.filter((each) => each.name !== name), { name, text: search.text.trim() }];
}

/** Why a search is not kept. What is kept lies on the disk as it is, and no value of a cookie belongs there. */
export type Refusal =
  | { readonly kind: 'empty' | 'too-many' | 'too-long' | 'asks-for-value' }
  /** This word stands in the value of a cookie. */
  | { readonly kind: 'in-value'; readonly word: string };

export function refusal(
  text: string,
  query: Query,
  saved: readonly SavedSearch[],
  values: Iterable<string>,
): Refusal | null {
  if (query.terms.length === 0) return { kind: 'empty' };
  if (saved.length >= MOST_SAVED) return { kind: 'too-many' };
  if (text.length > LONGEST_TEXT) return { kind: 'too-long' };
  if (query.terms.some(asksForValue)) return { kind: 'asks-for-value' };
  const words = query.terms.flatMap(freeWords).filter((word) => word.length >= SHORTEST_SECRET);
  if (words.length === 0) return null;
  for (const value of values) {
    const lower = value.toLowerCase();
    const found = words.find((word) => lower.includes(word));
    if (found !== undefined) return { kind: 'in-value', word: found };
  }
  return null;
}

/** Text that may be of a value: what is written of a pattern or with `*`, too. */
function freeWords(term: Query['terms'][number]): readonly string[] {
  if (term.kind === 'word') return term.word.quoted ? [term.word.text] : term.word.text.split('*');
  if (term.kind === 'pattern') return term.pattern.source.toLowerCase().match(/[a-z0-9_-]+/g) ?? [];
  return [];
}
