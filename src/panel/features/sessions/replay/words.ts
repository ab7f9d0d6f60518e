import type { Replay, ReplayAnswer, ReplayCookies } from '../../../../core/recording/fact.ts';
import type { ReplayJudgement, ReplayReason } from '../../../../core/session/replay/judge.ts';
import type { ReplayWhyNot } from '../../../../core/session/replay/plan.ts';
import type { MessageKey } from '../../../../platform/i18n.ts';
import type { Failed } from './model.ts';

export const TITLES = {
  'pre-logout': 'replay_title_pre_logout',
  'pre-login': 'replay_title_pre_login',
} as const satisfies Readonly<Record<Replay['what'], MessageKey>>;

export const COOKIES = {
  none: 'replay_cookies_none',
  current: 'replay_cookies_current',
  old: 'replay_cookies_old',
} as const satisfies Readonly<Record<ReplayCookies, MessageKey>>;

/** The same at the head of a column. */
export const COLUMNS = {
  none: 'replay_column_none',
  current: 'replay_column_current',
  old: 'replay_column_old',
} as const satisfies Readonly<Record<ReplayCookies, MessageKey>>;

export const VERDICTS = {
  'pre-logout': { alive: 'replay_alive_logout', dead: 'replay_dead_logout', undecided: 'replay_undecided' },
  'pre-login': { alive: 'replay_alive_login', dead: 'replay_dead_login', undecided: 'replay_undecided' },
} as const satisfies Readonly<
  Record<Replay['what'], Readonly<Record<ReplayJudgement['result'], MessageKey>>>
>;

export const REASONS = {
  'the old ID opened a page that is closed without it': 'replay_because_opened',
  'with the old ID the page offers to log out': 'replay_because_offers_logout',
  'with the old ID the page is the same as with the current one': 'replay_because_like_current',
  'the old ID was refused': 'replay_because_refused',
  'the old ID led to the login page': 'replay_because_login_page',
  'with the old ID the page offers no logout': 'replay_because_no_logout',
  'with the old ID the page is the same as without cookies': 'replay_because_like_none',
  'an answer did not come': 'replay_because_no_answer',
  'the server answered with an error': 'replay_because_server_error',
  'the current session does not open the page either': 'replay_because_current_refused',
  'the page is missing': 'replay_because_missing',
  'the old ID was sent to another page': 'replay_because_elsewhere',
  'the page is the same for everybody': 'replay_because_same',
  'the answer shows neither': 'replay_because_neither',
} as const satisfies Readonly<Record<ReplayReason, MessageKey>>;

export const WHY_NOT = {
  'no-request': 'replay_why_not_request',
  'logged-out': 'replay_why_not_logged_out',
} as const satisfies Readonly<Record<ReplayWhyNot, MessageKey>>;

export const ERRORS = {
  busy: 'replay_error_busy',
  'no-permission': 'replay_error_permission',
  'no-access': 'replay_error_access',
  changed: 'replay_error_changed',
  stopped: 'replay_error_stopped',
  failed: 'replay_error_failed',
  interrupted: 'replay_error_interrupted',
} as const satisfies Readonly<Record<Failed['error'], MessageKey>>;

export const PROBLEMS = {
  timeout: 'replay_problem_timeout',
  network: 'replay_problem_network',
  stopped: 'replay_error_stopped',
} as const satisfies Readonly<Record<NonNullable<ReplayAnswer['problem']>, MessageKey>>;

/** What a page offers, as far as it tells who it takes the visitor for. */
export function offersOf(answer: ReplayAnswer): readonly MessageKey[] {
  return [
    ...(answer.offersLogout ? (['replay_offers_logout'] as const) : []),
    ...(answer.offersLogin ? (['replay_offers_login'] as const) : []),
    ...(answer.asksPassword ? (['replay_asks_password'] as const) : []),
  ];
}
