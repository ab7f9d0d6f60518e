/** A cookie as the browser's API wants to be asked for it. */
import type { SameSite } from '../../core/cookie/types.ts';
import type { BrowserCookie } from '../../core/recording/fact.ts';

/** `hasCrossSiteAncestor` and `firstPartyDomain` are newer, or Firefox's own. */
type Placed = {
  url: string;
  name: string;
  storeId: string;
  partitionKey?: { topLevelSite: string; hasCrossSiteAncestor?: boolean };
  firstPartyDomain?: string;
};

const SAME_SITE = {
  none: 'no_restriction',
  lax: 'lax',
  strict: 'strict',
  unspecified: 'unspecified',
} as const satisfies Readonly<Record<SameSite, string>>;

/**
 * https, for plain cookies too: those of http reach every port and scheme of a host all the same, and only a secure origin may
 * write over a Secure one.
 */
export function urlOf({ domain, path }: Pick<BrowserCookie, 'domain' | 'path'>): string {
  return `https://${domain}${path}`;
}

/** Whether the browser writes this path as it is: of another it makes one of its own, with escapes. */
export function isPlainPath({ path }: BrowserCookie): boolean {
  return escapedPath(path) === path;
}

/** The path as URLs have it; null: it is none. */
export function escapedPath(path: string): string | null {
  try {
    return new URL(`https://host.invalid${path}`).pathname;
  } catch {
    return null;
  }
}

/** Where a cookie is kept. */
export interface Store {
  readonly storeId: string;
  /** With first-party isolation Firefox wants to be told of it, also where it is none. */
  readonly isFirefox: boolean;
}

export function placedDetails(cookie: BrowserCookie, { storeId, isFirefox }: Store): Placed {
  const { name, partitionKey, hasCrossSiteAncestor, firstPartyDomain } = cookie;
  return {
    url: urlOf(cookie),
    name,
    storeId,
    ...(partitionKey === null
      ? {}
      : {
          partitionKey: {
            topLevelSite: partitionKey,
            ...(hasCrossSiteAncestor === undefined ? {} : { hasCrossSiteAncestor }),
          },
        }),
    ...(isFirefox ? { firstPartyDomain: firstPartyDomain ?? '' } : {}),
  };
}

export function setDetails(cookie: BrowserCookie, store: Store): chrome.cookies.SetDetails {
  const { value, domain, hostOnly, path, secure, httpOnly, sameSite, expires } = cookie;
  return {
    ...placedDetails(cookie, store),
    value,
    path,
    secure,
    httpOnly,
    sameSite: SAME_SITE[sameSite],
    // Whatever is said of a domain makes it one for subdomains too.
    ...(hostOnly ? {} : { domain }),
    ...(expires === null ? {} : { expirationDate: expires / 1000 }),
  };
}

/** Of the second that the epoch began with: long over, and no zero that somebody takes for "none". */
const LONG_OVER = 1;

/**
 * Sets the very cookie so that it ends at once. `cookies.remove` would take all cookies of the name that the URL reaches: those
 * of parent domains and of shorter paths as well.
 */
export function endDetails(cookie: BrowserCookie, store: Store): chrome.cookies.SetDetails {
  return { ...setDetails(cookie, store), value: '', expirationDate: LONG_OVER };
}
