/** What shall be at a cookie's place. Steps are made of these: what was there, to be put back. */
import type { BrowserCookie } from '../../core/recording/fact.ts';
import { schemefulSite } from '../../core/site/site.ts';
import type { CookieChange } from '../../protocol/workbench.ts';
import { escapedPath } from './details.ts';
import { placeOf } from './place.ts';

export interface Held {
  /** `isThere` false: nothing shall be where it is; then its value is empty. */
  readonly cookie: BrowserCookie;
  readonly isThere: boolean;
}

/** What one change is about: one place, or two. */
export type Group = readonly Held[];

export const there = (cookie: BrowserCookie): Held => ({ cookie, isThere: true });
export const nothing = (cookie: BrowserCookie): Held => ({
  cookie: { ...cookie, value: '' },
  isThere: false,
});

/** What a change asks for. A cookie that ends before now is none, and names are as browsers will have them. */
export function groupOf({ before: seen, after: wanted }: CookieChange, now: number): Group {
  const group: Held[] = [];
  const before = seen === null ? null : withAncestor(seen);
  const after = wanted === null ? null : withPlainPath(withAncestor(wanted));
  if (after !== null) group.push(isOver(after, now) ? nothing(after) : there(after));
  if (before !== null && (after === null || placeOf(before) !== placeOf(after))) group.push(nothing(before));
  return group;
}

function withPlainPath(cookie: BrowserCookie): BrowserCookie {
  const path = cookie.path.startsWith('/') ? escapedPath(cookie.path) : null;
  return path === null || path === cookie.path ? cookie : { ...cookie, path };
}

/** Where nothing is said of ancestors, both browsers take it that the page around a foreign site is one. */
function withAncestor(cookie: BrowserCookie): BrowserCookie {
  const { partitionKey, hasCrossSiteAncestor, domain } = cookie;
  if (partitionKey === null || hasCrossSiteAncestor !== undefined) return cookie;
  return { ...cookie, hasCrossSiteAncestor: schemefulSite(`https://${domain}`) !== partitionKey };
}

/** What is to be put back and has run out since is nothing by now. */
export function asOf(group: Group, now: number): Group {
  return group.map((held) => (held.isThere && isOver(held.cookie, now) ? nothing(held.cookie) : held));
}

const puts = (group: Group) => group.some(({ isThere }) => isThere);

/** Whether two of the groups are about the same place: then their order matters. */
export function isTangled(groups: readonly Group[]): boolean {
  const places = groups.flat().map(({ cookie }) => placeOf(cookie));
  return new Set(places).size < places.length;
}

/** Those that only end cookies first, where the order is of no matter: what comes back to a full store needs their room. */
export function endsFirst(groups: readonly Group[]): readonly Group[] {
  if (isTangled(groups)) return groups;
  return [...groups.filter((group) => !puts(group)), ...groups.filter(puts)];
}

/** Where all the rest puts something; 0: it is mixed, or all of one kind. */
export function firstPut(groups: readonly Group[]): number {
  const first = groups.findIndex(puts);
  return first > 0 && groups.slice(first).every(puts) ? first : 0;
}

export function isOver({ expires }: BrowserCookie, now: number): boolean {
  return expires !== null && expires <= now;
}

/**
 * The changes of one order as groups: what one change puts at a place is not ended by another that leaves it (two cookies
 * that change names).
 */
export function groupsOf(changes: readonly CookieChange[], now: number): readonly Group[] {
  const groups = changes.map((change) => groupOf(change, now));
  const taken = new Set<string>();
  for (const group of groups)
    for (const { cookie, isThere } of group) if (isThere) taken.add(placeOf(cookie));
  return groups.map((group) =>
    group.length < 2 ? group : group.filter(({ cookie, isThere }) => isThere || !taken.has(placeOf(cookie))),
  );
}
