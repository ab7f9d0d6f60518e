/** What one snapshot has that another has not. */
import { EXPIRY_TOLERANCE_MS } from '../recording/cookies.ts';
import type { BrowserCookie } from '../recording/fact.ts';
import { keyOf } from '../recording/keys.ts';
import type { CookieKey } from '../recording/recording.ts';
import { siteOfHost } from '../site/site.ts';
import { type Difference, differencesOf } from './differences.ts';
import { isRenewal } from './renewal.ts';
import type { KeptCookie, Snapshot } from './snapshot.ts';

export interface Comparison {
  /** All three by name, domain and path. */
  readonly added: readonly ComparedCookie[];
  readonly removed: readonly ComparedCookie[];
  readonly changed: readonly ChangedCookie[];
  /** Cookies that are the same in both. */
  readonly same: number;
  /** Cookies of sites that the other snapshot did not look at: neither added nor removed. */
  readonly apart: number;
}

export interface ComparedCookie {
  readonly key: CookieKey;
  readonly cookie: BrowserCookie;
}

export interface ChangedCookie {
  readonly key: CookieKey;
  readonly before: BrowserCookie;
  readonly after: BrowserCookie;
  /** At least one. */
  readonly differences: readonly Difference[];
  /** Written again with the same value and attributes for as long as before: only its end moved. */
  readonly renewed: boolean;
}

/**
 * Cookies are the same by identity (RFC 6265bis section 5.7 step 22: name, domain, host-only, path, and partition); of
 * one that has another Domain or Path the browser keeps two, so it is one removed and one added.
 */
export function compareSnapshots(a: Snapshot, b: Snapshot): Comparison {
  const before = byKey(a);
  const after = byKey(b);
  const sitesOf = (sites: readonly string[]) => {
    const known = new Set(sites);
    return ({ cookie }: KeptCookie) => known.has(siteOfHost(cookie.domain));
  };
  const lookedAtBefore = sitesOf(a.sites);
  const lookedAtAfter = sitesOf(b.sites);
  const added: ComparedCookie[] = [];
  const removed: ComparedCookie[] = [];
  const changed: ChangedCookie[] = [];
  let same = 0;
  let apart = 0;
  for (const [key, kept] of after) {
    const old = before.get(key);
    if (old === undefined) {
      if (lookedAtBefore(kept)) added.push({ key, cookie: kept.cookie });
      else apart += 1;
      continue;
    }
    const differences = differencesOf(old.cookie, kept.cookie, EXPIRY_TOLERANCE_MS);
    if (differences.length === 0) same += 1;
    else {
      const renewed = isRenewal(old, kept, a.at, b.at);
      changed.push({ key, before: old.cookie, after: kept.cookie, differences, renewed });
    }
  }
  for (const [key, kept] of before) {
    if (after.has(key)) continue;
    if (lookedAtAfter(kept)) removed.push({ key, cookie: kept.cookie });
    else apart += 1;
  }
  return {
    added: added.sort((x, y) => inOrder(x.cookie, y.cookie, x.key, y.key)),
    removed: removed.sort((x, y) => inOrder(x.cookie, y.cookie, x.key, y.key)),
    changed: changed.sort((x, y) => inOrder(x.after, y.after, x.key, y.key)),
    same,
    apart,
  };
}

/** Without what was only renewed: that is the same for who looks for differences. */
export function thatMatter(comparison: Comparison): Comparison {
  const changed = comparison.changed.filter(({ renewed }) => !renewed);
  const renewals = comparison.changed.length - changed.length;
  return { ...comparison, changed, same: comparison.same + renewals };
}

/** Nothing was added, removed or changed. */
export function isEqual({ added, removed, changed }: Comparison): boolean {
  return added.length + removed.length + changed.length === 0;
}

function byKey({ cookies }: Snapshot): ReadonlyMap<CookieKey, KeptCookie> {
  return new Map(cookies.map((kept) => [keyOf(kept.cookie), kept]));
}

function inOrder(a: BrowserCookie, b: BrowserCookie, keyA: string, keyB: string): number {
  return (
    compareText(a.name, b.name) ||
    compareText(a.domain, b.domain) ||
    compareText(a.path, b.path) ||
    compareText(keyA, keyB)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
