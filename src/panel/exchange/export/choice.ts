/** Which cookies can be exported, and what a format loses of them. No DOM. */
import type { CookieFieldName, Lost } from '../../../core/exchange/types.ts';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { keyOf } from '../../../core/recording/keys.ts';
import type { CookieKey } from '../../../core/recording/recording.ts';
import { registrableDomain } from '../../../core/site/site.ts';
import { cookieFilter } from '../../cookie-filter.ts';
import { cookieRow } from '../../cookie-row.ts';
import type { Store } from '../../store.ts';

export const WHICH = ['selected', 'filtered', 'page', 'site'] as const;
export type Which = (typeof WHICH)[number];

export interface Choices {
  readonly cookies: Readonly<Record<Which, readonly BrowserCookie[]>>;
  /** The page's own; null: it is not known. */
  readonly site: string | null;
  /** What the list is filtered by: without, it is the same as the page. */
  readonly isFiltered: boolean;
}

/** The cookies that are there now: chosen, on show, of everything the page has to do with, of its own site. */
export function exportChoices(store: Store, selected: readonly BrowserCookie[], now?: () => number): Choices {
  const recording = store.recording.peek();
  const passes = cookieFilter(store, now);
  const url = store.tab.peek()?.url ?? null;
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : null;
  const site = host === null ? null : (registrableDomain(host) ?? host);
  const rows = [...recording.cookies.values()]
    .filter(({ present }) => present)
    .map((entry) => cookieRow(recording, entry));
  const page = rows.map(({ cookie }) => cookie);
  return {
    site,
    isFiltered: passes !== null,
    cookies: {
      selected,
      filtered: passes === null ? page : rows.filter(passes).map(({ cookie }) => cookie),
      page,
      site: site === null ? [] : page.filter(({ domain }) => (registrableDomain(domain) ?? domain) === site),
    },
  };
}

/** The same, as the store has them: a recording's expiry may be the one that was foretold, some milliseconds off. */
export function asStored(choices: Choices, stored: ReadonlyMap<CookieKey, BrowserCookie>): Choices {
  const exact = (cookies: readonly BrowserCookie[]) =>
    cookies.map((cookie) => stored.get(keyOf(cookie)) ?? cookie);
  const { selected, filtered, page, site } = choices.cookies;
  return {
    ...choices,
    cookies: {
      selected: exact(selected),
      filtered: exact(filtered),
      page: exact(page),
      site: exact(site),
    },
  };
}

/** What a person most likely wants: what they chose, else what they see. */
export function firstChoice({ cookies, isFiltered }: Choices): Which {
  if (cookies.selected.length > 0) return 'selected';
  return isFiltered ? 'filtered' : 'page';
}

export interface LostGroup {
  readonly field: CookieFieldName;
  readonly why: Lost['why'];
  readonly cookies: number;
}

/** What is lost, by field and reason, most cookies first. */
export function lostGroups(lost: readonly Lost[]): readonly LostGroup[] {
  const groups = new Map<string, { field: CookieFieldName; why: Lost['why']; cookies: Set<number> }>();
  for (const { cookie, field, why } of lost) {
    const key = `${why} ${field}`;
    const group = groups.get(key) ?? { field, why, cookies: new Set() };
    group.cookies.add(cookie);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ field, why, cookies }) => ({ field, why, cookies: cookies.size }))
    .sort((a, b) => b.cookies - a.cookies);
}

/** `cookies-shop.example-2026-01-31`, without what a file system would not take. */
export function fileName(site: string | null, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10);
  const place = (site ?? '').replaceAll(/[^a-z0-9.-]/gi, '_');
  return place === '' ? `cookies-${day}` : `cookies-${place}-${day}`;
}
