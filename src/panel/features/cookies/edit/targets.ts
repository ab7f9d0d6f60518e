/** The cookies that an action is about, and what it asks for. Pure. */

import type { BrowserCookie } from '../../../../core/recording/fact.ts';
import type { Role } from '../../../../core/session/roles.ts';
import { siteOfHost } from '../../../../core/site/site.ts';
import type { CookieChange } from '../../../../protocol/workbench.ts';
import { cookieRole } from '../../../cookie-role.ts';
import type { CookieRow } from '../../../cookie-row.ts';

export function deletionsOf(cookies: readonly BrowserCookie[]): readonly CookieChange[] {
  return cookies.map((before) => ({ before, after: null }));
}

/** Each with these attributes, where it has not got them already. */
export function changesOf(
  cookies: readonly BrowserCookie[],
  attributes: Partial<Pick<BrowserCookie, 'secure' | 'httpOnly' | 'sameSite' | 'expires'>>,
): readonly CookieChange[] {
  return cookies
    .map((before) => ({ before, after: { ...before, ...attributes } }))
    .filter(({ before, after }) =>
      (Object.keys(attributes) as (keyof typeof attributes)[]).some((key) => before[key] !== after[key]),
    );
}

/** Those that are in the store: the others are history. */
export function presentOf(rows: readonly CookieRow[]): readonly BrowserCookie[] {
  return rows.flatMap(({ state, cookie }) => (state === 'present' ? [cookie] : []));
}

export interface CookieGroups {
  /** The site of the page; null: not known. */
  readonly site: string | null;
  readonly own: readonly BrowserCookie[];
  readonly third: readonly BrowserCookie[];
  /** By what they are for, most first; without those of which it cannot be told. */
  readonly roles: readonly (readonly [Role, readonly BrowserCookie[]])[];
}

/** What can be deleted at once. `pageUrl`: of the tab, null where it is not known. */
export function groupsOf(rows: readonly CookieRow[], pageUrl: string | null): CookieGroups {
  const present = rows.filter(({ state }) => state === 'present');
  const host = pageUrl !== null && URL.canParse(pageUrl) ? new URL(pageUrl).hostname : '';
  const site = host === '' ? null : siteOfHost(host);
  const roles = new Map<Role, BrowserCookie[]>();
  for (const { cookie } of present) {
    const role = cookieRole(cookie);
    const held = roles.get(role);
    if (held) held.push(cookie);
    else if (role !== 'unknown') roles.set(role, [cookie]);
  }
  return {
    site,
    own: present.filter(({ entry }) => entry.site === site).map(({ cookie }) => cookie),
    third: present.filter(({ party }) => party === 'third').map(({ cookie }) => cookie),
    roles: [...roles].sort(([, a], [, b]) => b.length - a.length),
  };
}

/** A new cookie for a page; null: an ordinary one, of no host yet. */
export function newCookie(pageUrl: string | null, like: readonly BrowserCookie[]): BrowserCookie {
  const url = pageUrl !== null && URL.canParse(pageUrl) ? new URL(pageUrl) : null;
  // With first-party isolation every cookie of the page is under one.
  const isolated = like.find(({ firstPartyDomain }) => firstPartyDomain !== undefined)?.firstPartyDomain;
  return {
    name: '',
    value: '',
    domain: url?.hostname ?? '',
    hostOnly: true,
    path: '/',
    secure: url?.protocol === 'https:',
    httpOnly: false,
    sameSite: 'lax',
    expires: null,
    partitionKey: null,
    ...(isolated === undefined ? {} : { firstPartyDomain: isolated }),
  };
}

/** A copy under a name of its own: the same name would only replace it. */
export function copyOf(cookie: BrowserCookie): BrowserCookie {
  return { ...cookie, name: `${cookie.name}_copy` };
}
