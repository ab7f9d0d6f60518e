/** What a person looks for among the cookies: the same in each list of them. No DOM. */
import { batch } from '@preact/signals';
import { COOKIE_FACETS } from './cookie-facets.ts';
import type { CookieRow } from './cookie-row.ts';
import { chosenFacets, passes, searchWords } from './facets.ts';
import type { Store } from './store.ts';

/** What search and facets let pass, as they are now; null: everything. */
export function cookieFilter(store: Store): ((row: CookieRow) => boolean) | null {
  const words = searchWords(store.search.value);
  const choice = store.cookieFacets.value;
  const chosen = chosenFacets(COOKIE_FACETS, choice);
  if (words.length === 0 && chosen.length === 0) return null;
  const inValues = store.showValues.value;
  return (row) => matches(row, words, inValues) && passes(row, chosen, choice);
}

export function clearCookieFilter(store: Store): void {
  batch(() => {
    store.cookieFacets.value = {};
    store.search.value = '';
  });
}

/** Values are searched only where they are shown: else a search would tell what they hold. */
function matches(row: CookieRow, words: readonly string[], inValues: boolean): boolean {
  return words.every(
    (word) => row.text.includes(word) || (inValues && row.cookie.value.toLowerCase().includes(word)),
  );
}
