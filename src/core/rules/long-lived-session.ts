import { liveLines } from '../audit/live-lines.ts';
import type { Severity } from '../audit/report.ts';
import type { SubjectCookie } from '../audit/subject.ts';
import { duration, named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';

const DAY = 86_400_000;
/** `Expires` counts whole seconds, and the answer takes its time: a day is still a day. */
const TOLERANCE_MS = 60_000;

export default defineRule({
  id: 'long-lived-session',
  title: 'Session lives long',
  why: 'A stolen or forgotten session, on a shared computer or in a backup, works as long as the cookie lives. NIST asks for a new login after 30 days at the lowest level, 24 hours at the next, 12 hours at the highest.',
  fix: 'Let the session end with the browser session or within hours (`Max-Age=28800`), end it on the server too, and keep people logged in by a separate remember-me token that is replaced at each use.',
  severity: { secret: 'low', rest: null },
  confidence: 'certain',
  cwe: [613],
  references: [
    'https://pages.nist.gov/800-63-4/sp800-63b.html#reauthentication',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#session-expiration',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/07-Testing_Session_Timeout',
  ],
  needs: 'lifetime',
  examples: {
    flagged: [
      {
        name: 'a year',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Max-Age=31536000'],
      },
      {
        name: 'two days',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Max-Age=172800'],
      },
      {
        name: 'remember-me for half a year',
        events: ['remember_me=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Max-Age=15552000'],
      },
    ],
    clean: [
      {
        name: 'ends with the browser session',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax'],
      },
      {
        name: 'exactly a day',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Max-Age=86400'],
      },
      { name: 'a year of a theme', events: ['theme=dark; Secure; SameSite=Lax; Max-Age=31536000'] },
      {
        name: 'remember-me for a month',
        events: ['remember_me=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Max-Age=2592000'],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      if (!cookie.secret) continue;
      const { entry, ref } = cookie;
      const line = liveLines(subject, cookie).at(-1);
      const expires = line?.predicted.stored
        ? line.predicted.cookie.expires
        : (entry?.cookie.expires ?? null);
      if (expires === null) continue;
      const lifetime = expires - (line?.at ?? entry?.changedAt ?? expires);
      const severity = severityOf(cookie, lifetime);
      if (severity === null) continue;
      yield {
        message: `${named(ref.name)} lives ${duration(lifetime)}. Let a session end within hours.`,
        cookie,
        severity,
        ...(line === undefined
          ? { confidence: 'firm', evidence: [`The cookie store shows an expiry ${duration(lifetime)} away`] }
          : { url: line.request.url, evidence: [subject.show.answer(line)] }),
      };
    }
  },
});

function severityOf({ role }: SubjectCookie, lifetime: number): Severity | null {
  const days = (lifetime - TOLERANCE_MS) / DAY;
  if (role === 'remember-me') return days > 90 ? 'low' : null;
  if (days > 30) return 'high';
  if (days > 7) return 'medium';
  return days > 1 ? 'low' : null;
}
