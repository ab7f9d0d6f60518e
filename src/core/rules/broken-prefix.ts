import { attribute, cookieOf, isExpired, toldRefusal } from '../audit/line.ts';
import type { SetCookieEntry } from '../recording/recording.ts';
import { named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'broken-prefix',
  title: 'Cookie name prefix whose conditions are not met',
  why: 'Names that begin with __Host-, __Secure-, __Http- or __Host-Http- are a promise that the browser checks. Where it is broken the cookie is not stored, and what depends on it does not work.',
  fix: '`__Secure-` needs `Secure`. `__Host-` needs `Secure`, `Path=/` and no `Domain`. `__Http-` needs `Secure` and `HttpOnly`, `__Host-Http-` all of these. HTTPS (or localhost) always.',
  severity: { secret: 'high', rest: 'medium' },
  confidence: 'certain',
  cwe: [565],
  references: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.3',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes',
  ],
  examples: {
    flagged: [
      {
        name: '__Host- with a Domain',
        events: ['__Host-sid=31d4d96e407aad42a7c1; Secure; HttpOnly; Path=/; Domain=shop.example'],
      },
      {
        name: '__Host- without Path=/',
        events: ['__Host-sid=31d4d96e407aad42a7c1; Secure; HttpOnly; SameSite=Lax'],
      },
      { name: '__Secure- without Secure, whatever its case', events: ['__secure-theme=dark; Path=/'] },
      {
        name: 'a deletion without Secure: the cookie stays',
        events: [
          '__Host-sid=31d4d96e407aad42a7c1; Secure; HttpOnly; SameSite=Lax; Path=/',
          '__Host-sid=; Max-Age=0; Path=/',
        ],
      },
    ],
    clean: [
      {
        name: '__Host- as it should be',
        events: ['__Host-sid=31d4d96e407aad42a7c1; Secure; HttpOnly; SameSite=Lax; Path=/'],
      },
      {
        name: '__Secure- with a Domain',
        events: ['__Secure-sid=31d4d96e407aad42a7c1; Secure; HttpOnly; Domain=shop.example'],
      },
      { name: 'deleting what is not there does no harm', events: ['__Host-sid=; Max-Age=0; Path=/'] },
      { name: 'a name that only looks like one', events: ['_Host-sid=31d4d96e407aad42a7c1; HttpOnly'] },
      {
        name: '__Host- on localhost',
        events: [
          {
            url: 'http://localhost/',
            setCookie: ['__Host-sid=31d4d96e407aad42a7c1; Secure; HttpOnly; Path=/'],
          },
        ],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      const refused = cookie.lines.filter(
        (line) => toldRefusal(line) === 'InvalidPrefix' && (!isExpired(line) || cookie.entry !== null),
      );
      const newest = refused.at(-1);
      if (newest === undefined) continue;
      const missing = unmet(newest);
      yield {
        message: `${named(cookie.ref.name)} is refused${isExpired(newest) ? ', so the cookie is not deleted' : ''}: its prefix asks for ${missing.length === 0 ? 'HTTPS' : missing.join(', ')}.`,
        cookie,
        url: newest.request.url,
        evidence: subject.show.answers(refused),
      };
    }
  },
});

/** The conditions of the line's prefix that it does not meet, as it would have to say them (RFC 6265bis section 4.1.3). */
function unmet(line: SetCookieEntry): readonly string[] {
  const cookie = cookieOf(line);
  if (cookie === null) return [];
  // A nameless cookie may not hold a prefix in its value either.
  if (cookie.name === '') return ['a name'];
  const name = cookie.name.toLowerCase();
  const host = name.startsWith('__host-');
  const http = name.startsWith('__http-') || name.startsWith('__host-http-');
  const missing: string[] = [];
  if (!cookie.secure) missing.push('`Secure`');
  if (http && !cookie.httpOnly) missing.push('`HttpOnly`');
  if (host && attribute(line, 'path')?.value !== '/') missing.push('`Path=/`');
  if (host && cookie.domain !== undefined) missing.push('no `Domain`');
  return missing;
}
