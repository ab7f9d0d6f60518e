/** What a person looks for among the cookies: the same in each list of them. No DOM. */
import { batch } from '@preact/signals';
import { COOKIE_FACETS } from './cookie-facets.ts';
import type { CookieRow } from './cookie-row.ts';
import { chosenFacets, passes } from './facets.ts';
import { cookieSearch } from './search/cookie-search.ts';
import { searchTest } from './search/query-of.ts';
import type { Store } from './store.ts';

/** What search and facets let pass, as they are now; null: everything. `now` is read only for terms about time. */
export function cookieFilter(store: Store, now?: () => number): ((row: CookieRow) => boolean) | null {
  const finds = searchTest(
    store,
    cookieSearch(() => store.recording.peek()),
    now,
  );
  const choice = store.cookieFacets.value;
  const chosen = chosenFacets(COOKIE_FACETS, choice);
  if (chosen.length === 0) return finds;
  return (row) => (finds === null || finds(row)) && passes(row, chosen, choice);
}

export function clearCookieFilter(store: Store): void {
  batch(() => {
    store.cookieFacets.value = {};
    store.search.value = '';
  });
}
