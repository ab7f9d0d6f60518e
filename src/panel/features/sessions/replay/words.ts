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
  'replay-opened-closed': 'replay_because_opened',
  'replay-offers-logout': 'replay_because_offers_logout',
  'replay-like-current': 'replay_because_like_current',
  'replay-refused': 'replay_because_refused',
  'replay-led-to-login': 'replay_because_login_page',
  'replay-offers-no-logout': 'replay_because_no_logout',
  'replay-like-none': 'replay_because_like_none',
  'replay-no-answer': 'replay_because_no_answer',
  'replay-server-error': 'replay_because_server_error',
  'replay-current-refused': 'replay_because_current_refused',
  'replay-page-missing': 'replay_because_missing',
  'replay-led-elsewhere': 'replay_because_elsewhere',
  'replay-same-for-all': 'replay_because_same',
  'replay-shows-neither': 'replay_because_neither',
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
