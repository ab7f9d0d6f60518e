/** What the recording could show, so that silence does not look like safety. */
import { isLoopback } from '../site/site.ts';
import type { Check, Coverage, SessionReport } from './report.ts';
import type { Subject } from './subject.ts';

export interface CoverageInput {
  readonly subject: Subject;
  readonly sessions: readonly SessionReport[];
  readonly source: 'har' | 'browser';
  /** Ids of the rules that ran. */
  readonly ran: ReadonlySet<string>;
}

type Look = (input: CoverageInput) => boolean;

const observed: Readonly<Record<Check, Look>> = {
  cookies: ({ subject }) =>
    subject.cookies.length > 0 || subject.requests.some(({ cookieHeader }) => cookieHeader !== null),
  'login-rotation': ({ sessions }) =>
    hasEvent(sessions, 'login', ['rotated', 'kept', 'issued', 'added', 'rolling']),
  'logout-clearing': ({ sessions }) => hasEvent(sessions, 'logout', ['cleared', 'not-cleared']),
  'logout-invalidation': ({ sessions }) =>
    hasEvent(sessions, 'logout', ['alive-after-logout', 'dead-after-logout']),
  lifetime: ({ sessions }) => sessions.some(({ lifetime }) => lifetime.kind !== 'unknown'),
  // A form post that nobody judged was not checked.
  csrf: ({ subject, ran }) =>
    ran.has('missing-csrf-token') &&
    subject.requests.some(
      ({ method, party, cookieHeader, sent }) =>
        method === 'POST' && party === 'first' && (cookieHeader !== null || sent.length > 0),
    ),
  transport: ({ subject }) =>
    subject.requests.some(
      ({ url, party, host }) => party === 'first' && url.startsWith('http:') && !isLoopback(host),
    ),
};

const hints: Readonly<Record<Check, string>> = {
  cookies: 'Load a page that sets cookies',
  'login-rotation': 'Log in to check whether the session ID rotates',
  'logout-clearing': 'Log out to check whether the session cookie is cleared',
  'logout-invalidation': 'Log out, then ask whether the old session ID still works',
  lifetime: 'Log in, so that the session cookie is set while recording',
  csrf: 'Send a form to check for a CSRF token',
  transport: 'Open the site once by http:// to see whether it redirects to HTTPS',
};

const HAR_WITHOUT_COOKIES =
  'The file holds no cookies. Export it again as "HAR (with sensitive data)", or record it with a tool that keeps cookies';

export function coverageOf(input: CoverageInput): readonly Coverage[] {
  return (Object.keys(observed) as Check[]).map((check) => {
    if (observed[check](input)) return { check, state: 'observed' };
    const hint = check === 'cookies' && input.source === 'har' ? HAR_WITHOUT_COOKIES : hints[check];
    return { check, state: 'not-observed', hint };
  });
}

function hasEvent(
  sessions: readonly SessionReport[],
  kind: 'login' | 'logout',
  verdicts: readonly string[],
): boolean {
  return sessions.some(({ events }) =>
    events.some(
      (event) => event.kind === kind && event.verdict !== undefined && verdicts.includes(event.verdict),
    ),
  );
}
