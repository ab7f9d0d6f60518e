import { cookieOf } from '../audit/line.ts';
import { liveLines } from '../audit/live-lines.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import { isLooser, LOSSES } from '../audit/weaker.ts';
import type { SetCookieEntry } from '../recording/recording.ts';
import { named } from '../report/words.ts';
import { analyseSessions } from '../session/analysis.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'attribute-drift',
  title: 'Cookie is set again with weaker attributes',
  why: 'The last response that sets a cookie decides what protects it. One place that forgets an attribute, such as the renewal or another service, undoes what all others got right.',
  fix: 'Set the cookie in one function with one set of attributes, and call that from everywhere.',
  severity: { secret: 'medium', rest: 'low' },
  confidence: 'certain',
  cwe: [1004, 614, 1275],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/02-Testing_for_Cookies_Attributes',
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7',
  ],
  examples: {
    flagged: [
      {
        name: 'the renewal forgets HttpOnly',
        events: [
          {
            url: 'https://shop.example/login',
            setCookie: ['sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure; SameSite=Lax'],
          },
          {
            url: 'https://shop.example/refresh',
            setCookie: ['sid=31d4d96e407aad42a7c1; Path=/; Secure; SameSite=Lax'],
          },
        ],
      },
      {
        name: 'another service forgets SameSite',
        events: [
          'theme=dark; Path=/; Secure; SameSite=Lax',
          { url: 'https://shop.example/settings', setCookie: ['theme=light; Path=/; Secure'] },
        ],
      },
    ],
    clean: [
      {
        name: 'sent again as it was',
        events: [
          'sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure; SameSite=Lax',
          'sid=31d4d96e407aad42a7c1; SameSite=Lax; Secure; HttpOnly; Path=/',
        ],
      },
      {
        name: 'set again with stronger ones',
        events: [
          'sid=31d4d96e407aad42a7c1; Path=/',
          'sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure; SameSite=Lax',
        ],
      },
      {
        name: 'a deletion needs none',
        events: [
          'sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure; SameSite=Lax',
          'sid=; Path=/; Max-Age=0',
        ],
      },
      {
        name: 'the same name on another path is another cookie',
        events: [
          'sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure; SameSite=Lax',
          'sid=9f02b6c1d4e8; Path=/help; Secure',
        ],
      },
      {
        name: 'Strict, then Lax: links need it',
        events: [
          'sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure; SameSite=Strict',
          'sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure; SameSite=Lax',
        ],
      },
      {
        name: 'twice in one response is another rule’s',
        events: [
          {
            setCookie: [
              'sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure; SameSite=Lax',
              'sid=31d4d96e407aad42a7c1; Path=/',
            ],
          },
        ],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      const drift = driftOf(subject, cookie);
      if (drift === null) continue;
      yield {
        message: `${named(cookie.ref.name)} is set again with less: ${drift.lost.join(', ')}.`,
        cookie,
        url: drift.now.request.url,
        evidence: [...drift.before.map(subject.show.answer), subject.show.answer(drift.now)],
      };
    }
  },
});

/** Nearly all cookies are set the same way each time. */
function isUnlikeItsNeighbour(
  line: SetCookieEntry,
  place: number,
  lines: readonly SetCookieEntry[],
): boolean {
  const before = lines[place - 1];
  const [a, b] = [before === undefined ? null : cookieOf(before), cookieOf(line)];
  if (a === null || b === null) return false;
  return a.httpOnly !== b.httpOnly || a.secure !== b.secure || a.sameSite !== b.sameSite;
}

interface Drift {
  /** Newest lines that had what is lost. */
  readonly before: readonly SetCookieEntry[];
  readonly now: SetCookieEntry;
  readonly lost: readonly string[];
}

/** The newest line that has less than an earlier response gave the same cookie. */
function driftOf(subject: Subject, cookie: SubjectCookie): Drift | null {
  const lines = liveLines(subject, cookie);
  if (!lines.some(isUnlikeItsNeighbour)) return null;
  let drift: Drift | null = null;
  let httpOnly: SetCookieEntry | undefined;
  let secure: SetCookieEntry | undefined;
  let sameSite: SetCookieEntry | undefined;
  for (const line of lines) {
    const now = line.cookie === cookie.entry?.key ? cookieOf(line) : null;
    if (now === null) continue;
    const isLess = (before: SetCookieEntry | undefined) =>
      before !== undefined && before.request !== line.request;
    const was = sameSite === undefined ? 'none' : (cookieOf(sameSite)?.sameSite ?? 'none');
    const isLooserNow = isLooser(now.sameSite, was);
    const givers = [
      !now.httpOnly && isLess(httpOnly) ? httpOnly : undefined,
      !now.secure && isLess(secure) ? secure : undefined,
      isLooserNow && isLess(sameSite) ? sameSite : undefined,
    ];
    if (givers.some((giver) => giver !== undefined) && !isLogin(subject, line)) {
      const lost = LOSSES.filter((_, place) => givers[place] !== undefined);
      drift = { before: [...new Set(givers.filter((giver) => giver !== undefined))], now: line, lost };
    }
    if (now.httpOnly) httpOnly = line;
    if (now.secure) secure = line;
    if (!isLooserNow) sameSite = line;
  }
  return drift;
}

/** What a login takes away is `weaker-after-login`’s. */
function isLogin(subject: Subject, { request }: SetCookieEntry): boolean {
  return subject
    .shared(analyseSessions)
    .flows.some(
      ({ flow }) =>
        flow.kind === 'login' && flow.outcome.result === 'success' && flow.requests.includes(request),
    );
}
