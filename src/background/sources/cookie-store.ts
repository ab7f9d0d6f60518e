/** The browser's cookie store: its changes as facts, and readings of whole sites. */

import type { BrowserCookie, CookieChangeCause, Fact } from '../../core/recording/fact.ts';
import { browserKind, native } from '../../platform/native.ts';
import { toBrowserCookie } from '../../protocol/browser-cookie.ts';

export type EmitChange = (storeId: string, fact: Fact & { kind: 'cookie' }) => void;

export interface CookieStoreSource {
  watch(on: boolean): void;
}

const CAUSES = new Set<string>([
  'explicit',
  'overwrite',
  'expired',
  'evicted',
  'expired_overwrite',
] satisfies CookieChangeCause[]);

/** Changes concern a store, not a tab; who listens tells which tabs they concern. */
export function listenToCookies(emit: EmitChange, now: () => number): CookieStoreSource {
  const onChanged = ({ removed, cause, cookie }: chrome.cookies.CookieChangeInfo) => {
    emit(cookie.storeId, {
      kind: 'cookie',
      at: now(),
      removed,
      cause: CAUSES.has(cause) ? (cause as CookieChangeCause) : 'unknown',
      cookie: toBrowserCookie(cookie),
    });
  };
  let watching = false;
  return {
    watch(on) {
      if (on === watching) return;
      watching = on;
      if (on) native.cookies.onChanged.addListener(onChanged);
      else native.cookies.onChanged.removeListener(onChanged);
    },
  };
}

/** More sites than this are read in one go: each call walks the whole store anyway. */
const SITES_ONE_BY_ONE = 8;

/**
 * All cookies of these registrable domains, unpartitioned and in the partitions of these top-level sites.
 * `getAll({ url })` would miss other paths, subdomains and partitions.
 */
export async function readSites(
  storeId: string,
  sites: readonly string[],
  topLevelSites: ReadonlySet<string>,
): Promise<BrowserCookie[]> {
  const base = {
    storeId,
    partitionKey: {},
    ...(browserKind === 'firefox' ? { firstPartyDomain: null } : {}),
  } as chrome.cookies.GetAllDetails;
  const queries = sites.length > SITES_ONE_BY_ONE ? [base] : sites.map((domain) => ({ ...base, domain }));
  const answers = await Promise.all(queries.map((query) => native.cookies.getAll(query)));
  return answers
    .flat()
    .map(toBrowserCookie)
    .filter(({ domain, partitionKey }) => {
      const wanted = sites.some((site) => domain === site || domain.endsWith(`.${site}`));
      return wanted && (partitionKey === null || topLevelSites.has(partitionKey));
    });
}
