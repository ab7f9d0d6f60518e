import { domainMatches } from './domain-match.ts';
import { sameIdentity } from './identity.ts';
import { pathMatches } from './path-match.ts';
import type { SetCookieBlockedReason, StoredCookie } from './types.ts';

export interface OverwriteVerdict {
  readonly replaced: StoredCookie | undefined;
  readonly reasons: readonly SetCookieBlockedReason[];
}

/**
 * What a new cookie does to the stored ones of its name: which it replaces, and whether it may.
 * "Leave secure cookies alone": what is not secure may not shadow a Secure cookie whose domain matches either way and
 * whose path covers the new one's. A script may not touch an HttpOnly cookie. Source: RFC 6265bis section 5.7.
 */
export function overwriteVerdict(
  cookie: StoredCookie,
  sameName: Iterable<StoredCookie>,
  access: { readonly trustworthy: boolean; readonly isScript: boolean; readonly now: number },
): OverwriteVerdict {
  const reasons = new Set<SetCookieBlockedReason>();
  let replaced: StoredCookie | undefined;
  for (const stored of sameName) {
    if (stored.expires !== null && stored.expires <= access.now) continue;
    if (!access.trustworthy && stored.secure && shadows(cookie, stored)) reasons.add('OverwriteSecure');
    if (!sameIdentity(cookie, stored)) continue;
    replaced = stored;
    if (access.isScript && stored.httpOnly) reasons.add('OverwriteHttpOnly');
  }
  return { replaced, reasons: [...reasons] };
}

function shadows(cookie: StoredCookie, secure: StoredCookie): boolean {
  return (
    cookie.name === secure.name &&
    cookie.partitionKey === secure.partitionKey &&
    (domainMatches(cookie.domain, secure.domain) || domainMatches(secure.domain, cookie.domain)) &&
    pathMatches(cookie.path, secure.path)
  );
}
