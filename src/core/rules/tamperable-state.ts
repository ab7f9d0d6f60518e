import type { Subject, SubjectCookie } from '../audit/subject.ts';
import { valuesOf } from '../audit/values-of.ts';
import { named } from '../report/words.ts';
import { formatOf } from '../session/strength/token-format.ts';
import { decidesByName, decidesIn } from '../value/deciding-data.ts';
import { isJwt, readingsOf } from '../value/readings.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'tamperable-state',
  title: 'Rights or prices in a cookie that anybody can change',
  why: 'A cookie belongs to the person who has the browser: they can write into it what they like. A server that believes `role=admin`, somebody’s `user_id` or a price from an unsigned cookie gives all of it away.',
  fix: 'Keep rights, prices and whose account it is on the server, and only a session ID in the cookie. What must be in the cookie is signed, and checked with each request.',
  severity: { secret: 'high', rest: 'high' },
  confidence: 'firm',
  cwe: [565, 639],
  references: [
    'https://cwe.mitre.org/data/definitions/565.html',
    'https://owasp.org/Top10/A01_2021-Broken_Access_Control/',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html',
  ],
  examples: {
    flagged: [
      { name: 'a role', events: ['role=admin; Path=/; Secure; HttpOnly'] },
      { name: 'a switch', events: ['is_admin=0; Path=/; Secure; HttpOnly'] },
      {
        name: 'a role in JSON',
        events: [`prefs=${encodeURIComponent('{"theme":"dark","role":"user"}')}; Path=/; Secure`],
      },
      {
        name: 'a price in base64',
        events: ['basket=eyJpdGVtcyI6W3siaWQiOjcsInByaWNlIjo0OTl9XX0=; Path=/; Secure'],
      },
      { name: 'whose account it is', events: ['user_id=1042; Path=/; Secure; HttpOnly'] },
    ],
    clean: [
      { name: 'an opaque ID', events: ['sid=8f14e45fceea167a5a36dedd4bea2543; Path=/; Secure; HttpOnly'] },
      { name: 'a role of the layout', events: ['role=button; Path=/'] },
      {
        name: 'signed by Express',
        events: ['role=s%3Aadmin.dBjftJeZ4CVPmB92K27uhbUJU1p1rwW1gFWFOEjXkYxw; Path=/; Secure'],
      },
      {
        name: 'a signature beside it',
        events: [
          'session=eyJyb2xlIjoiYWRtaW4ifQ==; Path=/; HttpOnly',
          'session.sig=dBjftJeZ4CVP-mB92K27uhbUJU0; Path=/; HttpOnly',
        ],
      },
      { name: 'an analytics ID', events: ['_ga=GA1.2.1042.1767225600; Path=/'] },
      { name: 'a hashed ID', events: ['user_id=5d41402abc4b2a76b9719d911017c592; Path=/'] },
      { name: 'a deletion', events: ['role=admin; Path=/; Max-Age=0'] },
      {
        name: 'a preference in JSON',
        events: [`prefs=${encodeURIComponent('{"theme":"dark","lang":"de"}')}; Path=/`],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      if (cookie.party !== 'first' || UNCONCERNED.includes(cookie.role) || hasSignature(subject, cookie))
        continue;
      const found = decidingValue(cookie);
      if (found === null) continue;
      const { what, confidence, line, value } = found;
      yield {
        message: `${named(cookie.ref.name)} says ${what}, unsigned: whoever changes it may be believed.`,
        cookie,
        confidence,
        ...(line === null ? {} : { url: line.request.url }),
        evidence: [
          ...(line === null ? [] : [subject.show.answer(line)]),
          `${what} in value ${subject.show.fingerprint(value)} (${value.length} characters)`,
        ],
      };
    }
  },
});

/** Nobody's rights hang on these. */
const UNCONCERNED: readonly string[] = ['analytics', 'advertising', 'consent', 'load-balancer', 'csrf'];

/** cookie-session and Koa put the signature into a cookie beside it. */
function hasSignature({ cookies }: Subject, { ref }: SubjectCookie): boolean {
  return cookies.some((other) => other.ref.name === `${ref.name}.sig`);
}

function decidingValue(cookie: SubjectCookie) {
  for (const seen of valuesOf(cookie).toReversed()) {
    if (isJwt(seen.value) || formatOf(seen.value).kind !== 'opaque') continue;
    const byName = decidesByName(cookie.ref.name, seen.value);
    if (byName !== null) return { ...seen, ...byName };
    for (const { text } of readingsOf(seen.value)) {
      const what = decidesIn(text);
      if (what !== null) return { ...seen, what, confidence: 'firm' as const };
    }
  }
  return null;
}
