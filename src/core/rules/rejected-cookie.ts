import { hasOwnRule, isExpired, isLive, refusals, toldRefusal, wasTaken } from '../audit/line.ts';
import { redirectsToHttps } from '../audit/redirects.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import { unreadLines } from '../audit/unread-lines.ts';
import type { SetCookieBlockedReason } from '../cookie/types.ts';
import type { SetCookieEntry } from '../recording/recording.ts';
import { REFUSAL_WORDS } from '../report/refusal-words.ts';
import { named } from '../report/words.ts';
import { defineRule, type Flaw } from './define-rule.ts';

export default defineRule({
  id: 'rejected-cookie',
  title: 'The browser did not store a cookie',
  why: 'The server believes that it set the cookie. It is not there: logins that do not hold, settings that are forgotten, and a fallback that may be weaker.',
  fix: 'Change what the browser refuses, as the evidence names it.',
  severity: { secret: 'high', rest: 'medium' },
  confidence: 'certain',
  cwe: [565],
  references: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie',
  ],
  examples: {
    flagged: [
      {
        name: 'a Domain that is not the host’s',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; Domain=other.example'],
      },
      {
        name: 'Secure over plain HTTP',
        events: [{ url: 'http://shop.example/', setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure'] }],
      },
      { name: 'Partitioned without Secure', events: ['widget=left; Partitioned'] },
      { name: 'a control character', events: ['sid=31d4d96e\u0001407aad42a7c1; HttpOnly; Secure'] },
    ],
    clean: [
      { name: 'stored', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax'] },
      {
        name: 'SameSite=None without Secure is another rule’s',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; SameSite=None'],
      },
      { name: 'a broken prefix is another rule’s', events: ['__Host-sid=31d4d96e407aad42a7c1; Path=/'] },
      { name: 'deleting what is not there', events: ['sid=; Max-Age=0; Domain=other.example'] },
      { name: 'a pair of more than 4,096 bytes is another rule’s', events: [`sid=${'x'.repeat(4100)}`] },
      {
        name: 'Secure on the redirect to HTTPS, which then sets it',
        events: [
          {
            url: 'http://shop.example/',
            status: 301,
            setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; Path=/'],
            responseHeaders: { location: 'https://shop.example/' },
          },
          'sid=31d4d96e407aad42a7c1; HttpOnly; Secure; Path=/',
        ],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      const flaw = refusedFlaw(subject, cookie) ?? missingFlaw(subject, cookie);
      if (flaw !== null) yield flaw;
    }
    yield* unreadLines(subject, (reason) => !hasOwnRule(reason));
  },
});

/** Refused by the rules that all browsers of its kind follow. */
function refusedFlaw(subject: Subject, cookie: SubjectCookie): Flaw | null {
  const refused = cookie.lines.filter((line) => isLoss(subject, cookie, line));
  const newest = refused.at(-1);
  const reason = newest === undefined ? undefined : toldRefusal(newest);
  if (newest === undefined || reason === undefined) return null;
  const { what, fix } = REFUSAL_WORDS[reason];
  return {
    message: `${named(cookie.ref.name)} was not stored: ${what}.`,
    cookie,
    // An embedded site's answers bring its cookies along, and browsers leave them out: as it is meant.
    ...(cookie.party === 'third' && IN_THE_WAY.test(reason) ? { severity: 'info' } : {}),
    url: newest.request.url,
    evidence: [...subject.show.answers(refused), `Reason: ${refusals(newest).join(', ')}`],
    fix,
  };
}

const IN_THE_WAY = /SameSite(?!None)|ThirdParty|UserPreferences/;
const BY_PLAIN_HTTP: readonly SetCookieBlockedReason[] = ['SecureOnly', 'OverwriteSecure'];

/** Whether something is lost by the refusal: not where nothing was there to delete, nor where HTTPS sets it right after. */
function isLoss(subject: Subject, cookie: SubjectCookie, line: SetCookieEntry): boolean {
  const reason = toldRefusal(line);
  if (reason === undefined || hasOwnRule(reason)) return false;
  if (isExpired(line) && cookie.entry === null) return false;
  if (!BY_PLAIN_HTTP.includes(reason) || !subject.shared(redirectsToHttps).has(line.request.host))
    return true;
  return !subject.shared(namesTaken).has(cookie.ref.name);
}

function namesTaken({ cookies }: Subject): ReadonlySet<string> {
  return new Set(cookies.filter(({ lines }) => lines.some(isLive)).map(({ ref }) => ref.name));
}

/** Should have been stored, and is not there: a setting, an extension, or something we do not see. */
function missingFlaw(subject: Subject, cookie: SubjectCookie): Flaw | null {
  if (!cookie.secret) return null;
  const missing = cookie.lines.filter((line) => line.predicted.stored && !wasTaken(line) && !isExpired(line));
  const newest = missing.at(-1);
  if (newest === undefined || cookie.entry?.present) return null;
  return {
    message: `${named(cookie.ref.name)} should have been stored, and the cookie store does not show it.`,
    cookie,
    severity: 'medium',
    confidence: 'tentative',
    url: newest.request.url,
    evidence: subject.show.answers(missing),
    fix: 'Look whether the browser blocks cookies here, or another extension removes it.',
  };
}
