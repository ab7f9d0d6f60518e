/** All rules, one line each. */

import broadDomain from './broad-domain.ts';
import brokenPrefix from './broken-prefix.ts';
import cookieHeaderOverhead from './cookie-header-overhead.ts';
import type { Rule } from './define-rule.ts';
import longLivedSession from './long-lived-session.ts';
import missingHttpOnly from './missing-http-only.ts';
import missingSameSite from './missing-same-site.ts';
import missingSecure from './missing-secure.ts';
import partialRotation from './partial-rotation.ts';
import rejectedCookie from './rejected-cookie.ts';
import rememberMeSurvivesLogout from './remember-me-survives-logout.ts';
import sameSiteNoneInsecure from './same-site-none-insecure.ts';
import sensitiveValue from './sensitive-value.ts';
import sessionAliveAfterLogout from './session-alive-after-logout.ts';
import sessionFixation from './session-fixation.ts';
import sessionNotCleared from './session-not-cleared.ts';
import weakerAfterLogin from './weaker-after-login.ts';

/** Of two findings of one severity, the one whose rule stands first is the worse. */
export const rules: readonly Rule[] = [
  sessionFixation,
  sessionAliveAfterLogout,
  weakerAfterLogin,
  missingHttpOnly,
  missingSecure,
  sensitiveValue,
  sameSiteNoneInsecure,
  brokenPrefix,
  rejectedCookie,
  sessionNotCleared,
  rememberMeSurvivesLogout,
  partialRotation,
  missingSameSite,
  broadDomain,
  longLivedSession,
  cookieHeaderOverhead,
];
