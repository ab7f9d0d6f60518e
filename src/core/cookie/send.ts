import { type UrlParts, urlParts } from '../site/site.ts';
import { domainMatches } from './domain-match.ts';
import { partitionOf } from './partition.ts';
import { pathMatches } from './path-match.ts';
import { type Closeness, closenessOf, sameSiteSendReason } from './same-site-verdict.ts';
import type { Browser, CookieBlockedReason, ReadContext, StoredCookie } from './types.ts';

const none: readonly CookieBlockedReason[] = [];

/**
 * Why the browser would not send a cookie, in the DevTools protocol's order; `[]` where it would. An expired cookie or
 * one of another partition is not asked about at all (`isCandidate`): it has 'UnknownError', as an unreadable URL has.
 * Source: RFC 6265bis section 5.8.3; Chromium CookieBase::IncludeForRequestURL.
 */
export function judgeSend(
  cookie: StoredCookie,
  context: ReadContext,
  browser: Browser = 'chromium',
): readonly CookieBlockedReason[] {
  const to = urlParts(context.url);
  if (to === null || !isCandidate(cookie, context)) return ['UnknownError'];
  return reasonsToWithhold(cookie, audienceOf(context, to, browser));
}

/** Who asks for cookies, worked out once for all of them. */
export interface Audience {
  readonly to: UrlParts;
  readonly isScript: boolean;
  readonly now: number;
  readonly near: Closeness;
  readonly browser: Browser;
}

export function audienceOf(context: ReadContext, to: UrlParts, browser: Browser): Audience {
  const { now, api } = context;
  return { to, isScript: api === 'script', now, near: closenessOf(context), browser };
}

/** As `judgeSend`, for a cookie that is a candidate. */
export function reasonsToWithhold(cookie: StoredCookie, audience: Audience): readonly CookieBlockedReason[] {
  const { to, isScript, now, near, browser } = audience;
  const isInsecure = cookie.secure && !to.trustworthy;
  const isOnPath = pathMatches(to.path, cookie.path);
  const isOnDomain = cookie.hostOnly ? to.host === cookie.domain : domainMatches(to.host, cookie.domain);
  const sameSite = sameSiteSendReason(cookie, near, now, browser);
  const isBareNone = cookie.sameSite === 'none' && !cookie.secure && browser === 'chromium';
  const isHidden = cookie.httpOnly && isScript;
  if (!isInsecure && isOnPath && isOnDomain && sameSite === undefined && !isBareNone && !isHidden)
    return none;
  const reasons: CookieBlockedReason[] = [];
  if (isInsecure) reasons.push('SecureOnly');
  if (!isOnPath) reasons.push('NotOnPath');
  if (!isOnDomain) reasons.push('DomainMismatch');
  if (sameSite !== undefined) reasons.push(sameSite);
  if (isBareNone) reasons.push('SameSiteNoneInsecure');
  if (isHidden) reasons.push('HttpOnly');
  return reasons;
}

/** True for a cookie that has not expired and is in no partition, or in the top level's. */
export function isCandidate(cookie: StoredCookie, context: ReadContext): boolean {
  if (isExpired(cookie, context.now)) return false;
  if (cookie.partitionKey === null) return true;
  const to = urlParts(context.url);
  return to !== null && cookie.partitionKey === partitionOf(context, to);
}

export function isExpired({ expires }: StoredCookie, now: number): boolean {
  return expires !== null && expires <= now;
}

/** The order of a Cookie header: longer paths first, then the older. Source: RFC 6265bis section 5.8.3, step 2. */
export function compareForHeader(a: StoredCookie, b: StoredCookie): number {
  return b.path.length - a.path.length || a.creation - b.creation;
}
