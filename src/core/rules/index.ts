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
import loginOverHttp from './login-over-http.ts';
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
import missingReauthentication from './missing-reauthentication.ts';
import missingSameSite from './missing-same-site.ts';
import missingSecure from './missing-secure.ts';
import mixedContent from './mixed-content.ts';
import opaqueAttribute from './opaque-attribute.ts';
import oversizedCookie from './oversized-cookie.ts';
import partialRotation from './partial-rotation.ts';
import permissiveCors from './permissive-cors.ts';
import predictableSessionId from './predictable-session-id.ts';
import readableToken from './readable-token.ts';
import rejectedCookie from './rejected-cookie.ts';
import rememberMeSurvivesLogout from './remember-me-survives-logout.ts';
import sameSiteNone from './same-site-none.ts';
import sameSiteNoneInsecure from './same-site-none-insecure.ts';
import scriptWrittenSession from './script-written-session.ts';
import sensitiveValue from './sensitive-value.ts';
import sessionAliveAfterLogout from './session-alive-after-logout.ts';
import sessionFixation from './session-fixation.ts';
import sessionForAnonymousVisitor from './session-for-anonymous-visitor.ts';
import sessionIdInUrl from './session-id-in-url.ts';
import sessionNotCleared from './session-not-cleared.ts';
import sessionOverHttp from './session-over-http.ts';
import sessionResetEverywhere from './session-reset-everywhere.ts';
import stateChangeByGet from './state-change-by-get.ts';
import tamperableState from './tamperable-state.ts';
import thirdPartyCookie from './third-party-cookie.ts';
import tokenInWebStorage from './token-in-web-storage.ts';
import tooManyCookies from './too-many-cookies.ts';
import unboundedSlidingSession from './unbounded-sliding-session.ts';
import unreadFlash from './unread-flash.ts';
import weakCsp from './weak-csp.ts';
import weakHsts from './weak-hsts.ts';
import weakJwt from './weak-jwt.ts';
import weakSessionId from './weak-session-id.ts';
import weakerAfterLogin from './weaker-after-login.ts';

/** Of two findings of one severity, the one whose rule stands first is the worse. */
export const rules: readonly Rule[] = [
  loginOverHttp,
  sessionFixation,
  sessionAliveAfterLogout,
  sessionOverHttp,
  sessionIdInUrl,
  predictableSessionId,
  weakerAfterLogin,
  cookieTossing,
  missingHttpOnly,
  scriptWrittenSession,
  missingSecure,
  sensitiveValue,
  tamperableState,
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
  weakJwt,
  weakSessionId,
  readableToken,
  tokenInWebStorage,
  missingReauthentication,
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
  unboundedSlidingSession,
  sessionResetEverywhere,
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
  sessionForAnonymousVisitor,
  missingContentTypeOptions,
  missingClearSiteData,
];
