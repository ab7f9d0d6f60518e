/** Words that all written reports share. */
import type {
  Check,
  LoginCheck,
  LoginCheckId,
  SessionEvent,
  SessionReport,
  SiteReport,
} from '../audit/report.ts';
import { duration, named } from './words.ts';

export const checkNames: Readonly<Record<Check, string>> = {
  cookies: 'Cookies were seen',
  'login-rotation': 'The session ID at login',
  'logout-clearing': 'The session cookie at logout',
  'logout-invalidation': 'The old session on the server after logout',
  lifetime: 'Lifetime of the session cookie',
  csrf: 'Protection of forms against forgery (CSRF)',
  transport: 'Plain HTTP tried',
};

const loginCheckNames: Readonly<Record<LoginCheckId, string>> = {
  rotation: 'The session ID changes at login',
  'flags-kept': 'Secure and HttpOnly are there, and stay',
  'cleared-at-logout': 'Logout clears the cookie',
  'dead-on-server': 'The old ID is dead on the server',
  lifetime: 'The lifetime is within limits',
  'csrf-token': 'Forms carry a CSRF token',
  'no-store': 'Private pages are kept by no cache',
  transport: 'Nothing goes by plain HTTP',
};

export const loginCheckName = (id: LoginCheckId): string => loginCheckNames[id];

/** `passed: The session ID changes at login`. */
export function loginCheckWords({ id, state }: LoginCheck): string {
  return `${state.replace('-', ' ')}: ${loginCheckNames[id]}`;
}

/** `2026-11-21 08:15:02 UTC`; a time that no calendar knows as `?`. */
export function timeOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '?' : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** `C+ (62)`, or why there is none. */
export function gradeWords({ grade, score }: SiteReport): string {
  return score === null ? 'nothing to score: no session cookie was seen' : `${grade} (${score})`;
}

/** `based on 3 of 7 checks`. */
export function coverageWords({ coverage }: SiteReport): string {
  const observed = coverage.filter(({ state }) => state === 'observed').length;
  return `based on ${observed} of ${coverage.length} checks`;
}

/** `1 finding`, `3 cookies`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `session (93 %), ends with the browser session`. */
export function sessionWords({ role, likelihood, lifetime }: SessionReport): string {
  const until = {
    'browser-session': 'ends with the browser session',
    fixed: 'fixed lifetime',
    sliding: 'renewed as it is used',
    rolling: 'a new value with nearly every response',
    unknown: 'lifetime not seen',
  }[lifetime.kind];
  const length = lifetime.seconds === null ? '' : ` (${duration(lifetime.seconds * 1000)})`;
  return `${role} (${Math.round(likelihood * 100)} %), ${until}${length}`;
}

const VERDICTS: Readonly<Record<NonNullable<SessionEvent['verdict']>, string>> = {
  rotated: 'the ID changed',
  kept: 'the ID was kept',
  issued: 'an ID was issued',
  added: 'the old ID was kept beside a new cookie',
  rolling: 'the value changes anyway: it proves nothing',
  failed: 'it failed',
  cleared: 'the cookie was cleared',
  'not-cleared': 'the cookie was not cleared',
  'alive-after-logout': 'the old ID still works on the server',
  'dead-after-logout': 'the old ID is dead on the server',
  unobserved: 'not observed',
};

const KINDS: Readonly<Record<SessionEvent['kind'], string>> = {
  login: 'Login',
  logout: 'Logout',
  'privilege-change': 'Change of privilege',
  rotation: 'New ID without a login',
  issued: 'First ID',
  cleared: 'Cleared',
  expired: 'Expired',
  mark: 'Mark',
};

/** `Login: the ID was kept (9f3ab2c1)`. */
export function eventWords({ kind, verdict, before, after }: SessionEvent): string {
  const ids = [before, after].filter((id) => id !== undefined);
  const change = ids.length === 0 ? '' : ` (${[...new Set(ids)].join(' → ')})`;
  return `${KINDS[kind]}${verdict === undefined ? '' : `: ${VERDICTS[verdict]}`}${change}`;
}

/** `sid` with its further parts. */
export function sessionName({ cookie, members }: SessionReport): string {
  const parts = members.map(named);
  return parts.length === 0 ? named(cookie.name) : `${named(cookie.name)} with ${parts.join(', ')}`;
}

export const NOTHING_SEEN = 'No site was seen: the recording holds no page that came over the web.';
