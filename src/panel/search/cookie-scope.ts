import { COOKIE_FACETS } from '../cookie-facets.ts';
import type { CookieRow } from '../cookie-row.ts';
import { cookieFacetWords } from '../cookie-words.ts';
import { chosenFacets, passes } from '../facets.ts';
import type { Panel } from '../panel.ts';
import { cookieSearch } from './cookie-search.ts';
import { type SearchScope, searchScope } from './scope.ts';

/** What the search box offers of a list of cookies. */
export function cookieScope({ store, now }: Panel, rows: () => readonly CookieRow[]): SearchScope {
  return searchScope({
    store,
    searchable: cookieSearch(() => store.recording.peek()),
    rows() {
      const choice = store.cookieFacets.value;
      const chosen = chosenFacets(COOKIE_FACETS, choice);
      return chosen.length === 0 ? rows() : rows().filter((row) => passes(row, chosen, choice));
    },
    words: cookieFacetWords,
    now: () => now.peek(),
  });
}
