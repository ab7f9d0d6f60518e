import { cookieRole } from './cookie-role.ts';
import type { CookieRow } from './cookie-row.ts';
import type { Facet } from './facets.ts';

const YES: readonly string[] = ['yes'];
const NO: readonly string[] = ['no'];
const flag = (on: boolean) => (on ? YES : NO);

/** Stands for cookies without a partition. */
export const UNPARTITIONED = 'unpartitioned';

export const COOKIE_FACETS = [
  { id: 'state', values: (row) => [row.state] },
  { id: 'role', values: (row) => [cookieRole(row.cookie)] },
  { id: 'party', values: (row) => [row.party] },
  { id: 'secure', values: (row) => flag(row.cookie.secure) },
  { id: 'httpOnly', values: (row) => flag(row.cookie.httpOnly) },
  { id: 'sameSite', values: (row) => [row.cookie.sameSite] },
  { id: 'lifetime', values: (row) => [row.cookie.expires === null ? 'session' : 'persistent'] },
  { id: 'partition', values: (row) => [row.cookie.partitionKey ?? UNPARTITIONED] },
  { id: 'domain', values: (row) => [row.cookie.domain] },
] as const satisfies readonly Facet<CookieRow>[];

export type CookieFacetId = (typeof COOKIE_FACETS)[number]['id'];
