/** All rules, one line each. */

import broadDomain from './broad-domain.ts';
import brokenPrefix from './broken-prefix.ts';
import cacheablePrivatePage from './cacheable-private-page.ts';
import cacheableSetCookie from './cacheable-set-cookie.ts';
import cookieHeaderOverhead from './cookie-header-overhead.ts';
import type { Rule } from './define-rule.ts';
import leakyReferrerPolicy from './leaky-referrer-policy.ts';
import longLivedSession from './long-lived-session.ts';
import missingClearSiteData from './missing-clear-site-data.ts';
import missingContentTypeOptions from './missing-content-type-options.ts';
import missingCsp from './missing-csp.ts';
import missingCsrfToken from './missing-csrf-token.ts';
import missingFrameProtection from './missing-frame-protection.ts';
import missingHsts from './missing-hsts.ts';
import missingHttpOnly from './missing-http-only.ts';
import missingHttpsRedirect from './missing-https-redirect.ts';
import missingSameSite from './missing-same-site.ts';
import missingSecure from './missing-secure.ts';
import mixedContent from './mixed-content.ts';
import partialRotation from './partial-rotation.ts';
import permissiveCors from './permissive-cors.ts';
import rejectedCookie from './rejected-cookie.ts';
import rememberMeSurvivesLogout from './remember-me-survives-logout.ts';
import sameSiteNoneInsecure from './same-site-none-insecure.ts';
import sensitiveValue from './sensitive-value.ts';
import sessionAliveAfterLogout from './session-alive-after-logout.ts';
import sessionFixation from './session-fixation.ts';
import sessionNotCleared from './session-not-cleared.ts';
import stateChangeByGet from './state-change-by-get.ts';
import weakCsp from './weak-csp.ts';
import weakHsts from './weak-hsts.ts';
import weakerAfterLogin from './weaker-after-login.ts';

/** Of two findings of one severity, the one whose rule stands first is the worse. */
export const rules: readonly Rule[] = [
  sessionFixation,
  sessionAliveAfterLogout,
  weakerAfterLogin,
  missingHttpOnly,
  missingSecure,
  sensitiveValue,
  cacheableSetCookie,
  permissiveCors,
  sameSiteNoneInsecure,
  brokenPrefix,
  rejectedCookie,
  sessionNotCleared,
  rememberMeSurvivesLogout,
  partialRotation,
  missingSameSite,
  missingCsrfToken,
  missingHttpsRedirect,
  mixedContent,
  missingHsts,
  missingCsp,
  broadDomain,
  longLivedSession,
  stateChangeByGet,
  cacheablePrivatePage,
  weakHsts,
  weakCsp,
  missingFrameProtection,
  leakyReferrerPolicy,
  cookieHeaderOverhead,
  missingContentTypeOptions,
  missingClearSiteData,
];
