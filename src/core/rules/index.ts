/** All rules, one line each. */

import attributeDrift from './attribute-drift.ts';
import broadDomain from './broad-domain.ts';
import broadPath from './broad-path.ts';
import brokenPrefix from './broken-prefix.ts';
import cacheablePrivatePage from './cacheable-private-page.ts';
import cacheableSetCookie from './cacheable-set-cookie.ts';
import clampedLifetime from './clamped-lifetime.ts';
import conflictingSetCookie from './conflicting-set-cookie.ts';
import cookieHeaderOverhead from './cookie-header-overhead.ts';
import cookieTossing from './cookie-tossing.ts';
import type { Rule } from './define-rule.ts';
import duplicateCookie from './duplicate-cookie.ts';
import expiredOnArrival from './expired-on-arrival.ts';
import ineffectiveDeletion from './ineffective-deletion.ts';
import invalidSameSite from './invalid-same-site.ts';
import leakyReferrerPolicy from './leaky-referrer-policy.ts';
import longLivedSession from './long-lived-session.ts';
import misplacedState from './misplaced-state.ts';
import missingClearSiteData from './missing-clear-site-data.ts';
import missingContentTypeOptions from './missing-content-type-options.ts';
import missingCsp from './missing-csp.ts';
import missingCsrfToken from './missing-csrf-token.ts';
import missingFrameProtection from './missing-frame-protection.ts';
import missingHsts from './missing-hsts.ts';
import missingHttpOnly from './missing-http-only.ts';
import missingHttpsRedirect from './missing-https-redirect.ts';
import missingPrefix from './missing-prefix.ts';
import missingSameSite from './missing-same-site.ts';
import missingSecure from './missing-secure.ts';
import mixedContent from './mixed-content.ts';
import opaqueAttribute from './opaque-attribute.ts';
import oversizedCookie from './oversized-cookie.ts';
import partialRotation from './partial-rotation.ts';
import permissiveCors from './permissive-cors.ts';
import rejectedCookie from './rejected-cookie.ts';
import rememberMeSurvivesLogout from './remember-me-survives-logout.ts';
import sameSiteNone from './same-site-none.ts';
import sameSiteNoneInsecure from './same-site-none-insecure.ts';
import sensitiveValue from './sensitive-value.ts';
import sessionAliveAfterLogout from './session-alive-after-logout.ts';
import sessionFixation from './session-fixation.ts';
import sessionNotCleared from './session-not-cleared.ts';
import stateChangeByGet from './state-change-by-get.ts';
import thirdPartyCookie from './third-party-cookie.ts';
import tooManyCookies from './too-many-cookies.ts';
import unreadFlash from './unread-flash.ts';
import weakCsp from './weak-csp.ts';
import weakHsts from './weak-hsts.ts';
import weakerAfterLogin from './weaker-after-login.ts';

/** Of two findings of one severity, the one whose rule stands first is the worse. */
export const rules: readonly Rule[] = [
  sessionFixation,
  sessionAliveAfterLogout,
  weakerAfterLogin,
  cookieTossing,
  missingHttpOnly,
  missingSecure,
  sensitiveValue,
  ineffectiveDeletion,
  cacheableSetCookie,
  permissiveCors,
  sameSiteNoneInsecure,
  brokenPrefix,
  oversizedCookie,
  rejectedCookie,
  sessionNotCleared,
  rememberMeSurvivesLogout,
  partialRotation,
  duplicateCookie,
  sameSiteNone,
  invalidSameSite,
  missingSameSite,
  opaqueAttribute,
  attributeDrift,
  missingCsrfToken,
  missingHttpsRedirect,
  mixedContent,
  missingHsts,
  missingCsp,
  broadDomain,
  tooManyCookies,
  longLivedSession,
  thirdPartyCookie,
  conflictingSetCookie,
  expiredOnArrival,
  missingPrefix,
  stateChangeByGet,
  cacheablePrivatePage,
  weakHsts,
  weakCsp,
  missingFrameProtection,
  leakyReferrerPolicy,
  cookieHeaderOverhead,
  misplacedState,
  clampedLifetime,
  broadPath,
  unreadFlash,
  missingContentTypeOptions,
  missingClearSiteData,
];
