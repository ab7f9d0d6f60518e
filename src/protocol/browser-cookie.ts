/** A cookie as the browser's API tells it, in our terms: worker and pages read the store alike. */
import type { SameSite } from '../core/cookie/types.ts';
import type { BrowserCookie } from '../core/recording/fact.ts';

const SAME_SITE: Readonly<Record<string, SameSite>> = {
  no_restriction: 'none',
  lax: 'lax',
  strict: 'strict',
};

export function toBrowserCookie(
  cookie: chrome.cookies.Cookie & { firstPartyDomain?: string },
): BrowserCookie {
  const partition = cookie.partitionKey?.topLevelSite;
  return {
    name: cookie.name,
    value: cookie.value,
    domain: cookie.domain.replace(/^\./, '').toLowerCase(),
    hostOnly: cookie.hostOnly,
    path: cookie.path,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: SAME_SITE[cookie.sameSite] ?? 'unspecified',
    expires: cookie.expirationDate === undefined ? null : Math.round(cookie.expirationDate * 1000),
    partitionKey: partition ? partition : null,
    ...(partition ? { hasCrossSiteAncestor: cookie.partitionKey?.hasCrossSiteAncestor ?? false } : {}),
    ...(cookie.firstPartyDomain ? { firstPartyDomain: cookie.firstPartyDomain } : {}),
  };
}
