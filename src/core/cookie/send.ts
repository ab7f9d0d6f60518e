import { type UrlParts, urlParts } from '../site/site.ts';
import { domainMatches } from './domain-match.ts';
import { partitionOf } from './partition.ts';
import { pathMatches } from './path-match.ts';
import { sameSiteSendReason } from './same-site-verdict.ts';
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
  return reasonsToWithhold(cookie, to, context, browser);
}

/** As `judgeSend`, for a cookie that is a candidate, with the URL's parts at hand. */
export function reasonsToWithhold(
  cookie: StoredCookie,
  to: UrlParts,
  context: ReadContext,
  browser: Browser,
): readonly CookieBlockedReason[] {
  let reasons: CookieBlockedReason[] | undefined;
  const add = (reason: CookieBlockedReason): void => {
    reasons ??= [];
    reasons.push(reason);
  };
  if (cookie.secure && !to.trustworthy) add('SecureOnly');
  if (!pathMatches(to.path, cookie.path)) add('NotOnPath');
  const isOnDomain = cookie.hostOnly ? to.host === cookie.domain : domainMatches(to.host, cookie.domain);
  if (!isOnDomain) add('DomainMismatch');
  const sameSite = sameSiteSendReason(cookie, context, browser);
  if (sameSite !== undefined) add(sameSite);
  if (cookie.sameSite === 'none' && !cookie.secure && browser === 'chromium') add('SameSiteNoneInsecure');
  if (cookie.httpOnly && context.api === 'script') add('HttpOnly');
  return reasons ?? none;
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
