/** How differences are searched: by their cookie, and by what differs. */
import { facetsOfCookie, hasInValue, texts, textsOfCookie } from '../../search/cookie-search.ts';
import type { Searchable } from '../../search/match.ts';
import { DIFFERENCE_FACETS, type DifferenceRow, textOf } from './row.ts';

const menu = DIFFERENCE_FACETS.map(({ id, values }) => [id, texts<DifferenceRow>(values)] as const);

/** Of the value as it is after; of a removed cookie, as it was. */
export const DIFFERENCE_SEARCH: Searchable<DifferenceRow> = {
  has: (row, word, inValues) => textOf(row).includes(word) || (inValues && hasInValue(row.cookie, word)),
  texts: ({ cookie }, inValues) => textsOfCookie(cookie, inValues),
  facets: { ...facetsOfCookie<DifferenceRow>(), ...Object.fromEntries(menu) },
};
