/** The words of the Sessions tab: one for each kind of thing that core tells apart. */
import type { SessionEvent, SessionLifetime } from '../../../core/audit/report.ts';
import type { Anomaly } from '../../../core/session/anomalies.ts';
import type { Role } from '../../../core/session/roles.ts';
import { type MessageKey, t } from '../../../platform/i18n.ts';
import type { FacetWords } from '../../parts/filters.tsx';
import type { FlowKind, Verdict, VerdictCardModel } from './verdict-cards.ts';

export const KINDS = {
  login: 'event_login',
  logout: 'event_logout',
  'privilege-change': 'event_privilege_change',
  rotation: 'event_rotation',
  issued: 'event_issued',
  cleared: 'event_cleared',
  expired: 'event_expired',
  mark: 'event_mark',
} as const satisfies Readonly<Record<SessionEvent['kind'], MessageKey>>;

export const VERDICTS = {
  rotated: 'sessions_rotated',
  kept: 'sessions_kept',
  issued: 'sessions_issued',
  added: 'sessions_added',
  rolling: 'sessions_rolling',
  failed: 'sessions_failed',
  cleared: 'sessions_cleared',
  'not-cleared': 'sessions_not_cleared',
  'alive-after-logout': 'sessions_alive',
  'dead-after-logout': 'sessions_dead',
  unobserved: 'sessions_unobserved',
} as const satisfies Readonly<Record<Verdict, MessageKey>>;

export function verdictTitle(kind: FlowKind, verdict: Verdict): string {
  return t('sessions_verdict', t(KINDS[kind]), t(VERDICTS[verdict]));
}

/** When and by what. Parts: time, request. */
export function whenPhrase({ event, side, byHand }: VerdictCardModel): MessageKey {
  const { kind, verdict } = event;
  if (side === 'server') return byHand ? 'when_server_asked' : 'when_server';
  if (kind === 'logout') return byHand ? 'when_logout_marked' : 'when_logout';
  if (kind === 'privilege-change') return 'when_privilege_change';
  if (byHand) return 'when_login_marked';
  return verdict === 'failed' ? 'when_login_failed' : 'when_login';
}

/** What became of the ID. Parts: cookie, ID before, ID after. */
export function whatPhrase({ event }: VerdictCardModel): MessageKey {
  const { kind, verdict, before, after, because } = event;
  if (because?.kind === 'kept-elsewhere') return 'what_kept_elsewhere';
  switch (verdict) {
    case 'rotated':
      return 'what_rotated';
    case 'kept':
      return 'what_kept';
    case 'issued':
      return 'what_issued';
    case 'added':
      return 'what_added';
    case 'rolling':
      return 'what_rolling';
    case 'failed':
      return before === undefined ? 'what_failed_none' : 'what_failed';
    case 'cleared':
      return after === undefined ? 'what_cleared' : 'what_replaced';
    case 'not-cleared':
      return 'what_not_cleared';
    case 'alive-after-logout':
      return after === undefined ? 'what_alive' : 'what_alive_renewed';
    case 'dead-after-logout':
      return 'what_dead';
    case 'unobserved':
      return kind === 'logout' ? 'what_unobserved_logout' : 'what_unobserved';
  }
}

/** What it means, and what to do. */
export function meaningKey({ event: { kind, verdict, because }, oldIdAlive }: VerdictCardModel): MessageKey {
  if (oldIdAlive) return 'means_old_id_alive';
  if (because?.kind === 'kept-elsewhere') return 'means_kept_elsewhere';
  switch (verdict) {
    case 'rotated':
      return kind === 'login' ? 'means_rotated' : 'means_rotated_rights';
    case 'kept':
      return kind === 'login' ? 'means_kept' : 'means_kept_rights';
    case 'issued':
      return 'means_issued';
    case 'added':
      return 'means_added';
    case 'rolling':
      return 'means_rolling';
    case 'failed':
      return 'means_failed';
    case 'cleared':
      return 'means_cleared';
    case 'not-cleared':
      return 'means_not_cleared';
    case 'alive-after-logout':
      return 'means_alive';
    case 'dead-after-logout':
      return 'means_dead';
    case 'unobserved':
      return kind === 'logout' ? 'means_unobserved_logout' : 'means_unobserved';
  }
}

/** Parts: cookie, ID. */
export const ANOMALIES = {
  'changed-without-login': 'anomaly_changed',
  'sent-over-http': 'anomaly_http',
  'old-id-again': 'anomaly_old_id',
  'cleared-by-script': 'anomaly_script',
} as const satisfies Readonly<Record<Anomaly['kind'], MessageKey>>;

/** Parts: cookie, ID before, ID after. */
export const CHANGES = {
  rotation: 'change_rotation',
  issued: 'change_issued',
  cleared: 'change_cleared',
  expired: 'change_expired',
} as const satisfies Partial<Record<SessionEvent['kind'], MessageKey>>;

export const ROLES = {
  session: 'role_session',
  auth: 'role_auth',
  'remember-me': 'role_remember_me',
  csrf: 'role_csrf',
  preference: 'role_preference',
  analytics: 'role_analytics',
  advertising: 'role_advertising',
  consent: 'role_consent',
  cart: 'role_cart',
  flash: 'role_flash',
  'load-balancer': 'role_load_balancer',
  unknown: 'role_unknown',
} as const satisfies Readonly<Record<Role, MessageKey>>;

export const LIFETIMES = {
  'browser-session': 'life_browser_session',
  fixed: 'life_fixed',
  sliding: 'life_sliding',
  unknown: 'life_unknown',
} as const satisfies Readonly<Record<SessionLifetime['expiry'], MessageKey>>;

/** @param likelihood 0..1. */
export function likelihoodKey(likelihood: number): MessageKey {
  if (likelihood >= 0.95) return 'likely_certain';
  if (likelihood >= 0.8) return 'likely_very';
  return likelihood >= 0.5 ? 'likely' : 'likely_not';
}

const GROUPS: Readonly<Record<string, MessageKey>> = {
  flow: 'group_flow',
  change: 'group_change',
  anomaly: 'group_anomaly',
  mark: 'group_mark',
};

export const activityWords: FacetWords = {
  label: (facet) => t(facet === 'cookie' ? 'group_cookie' : 'group_kind'),
  value(facet, value) {
    const key = facet === 'group' ? GROUPS[value] : undefined;
    return key ? t(key) : value;
  },
};
