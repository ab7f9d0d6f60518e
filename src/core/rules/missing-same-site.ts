import { attribute, cookieOf } from '../audit/line.ts';
import { liveLines } from '../audit/live-lines.ts';
import { named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'missing-same-site',
  title: 'Cookie without SameSite',
  why: 'Each browser then does something else. Chrome and Edge treat it as Lax, but send the cookie with cross-site POSTs for its first two minutes; Firefox and Safari send it with every cross-site request, which is what request forgery needs.',
  fix: 'Add `SameSite=Lax`, or `SameSite=Strict` where nobody arrives logged in from another site. Where other sites embed yours: `SameSite=None; Secure; Partitioned`.',
  severity: { secret: 'medium', rest: 'info' },
  confidence: 'certain',
  cwe: [1275],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/02-Testing_for_Cookies_Attributes',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#samesitesamesite-value',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
  ],
  examples: {
    flagged: [
      { name: 'a session cookie without it', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; Path=/'] },
      {
        name: 'a session cookie that was there before the recording',
        events: [{ before: { name: 'sid', value: '31d4d96e407aad42a7c1', httpOnly: true, secure: true } }],
      },
      { name: 'another cookie, for information', events: ['theme=dark; Secure'] },
    ],
    clean: [
      { name: 'Lax', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax'] },
      {
        name: 'None is a choice, and another rule’s',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=None'],
      },
      {
        name: 'a wrong value is another rule’s',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Laxx'],
      },
      { name: 'a deletion', events: ['sid=; Max-Age=0'] },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      const { ref, entry, lines } = cookie;
      const bare = liveLines(subject, cookie).filter(
        (line) => cookieOf(line)?.sameSite === 'unspecified' && attribute(line, 'samesite') === undefined,
      );
      const message = `${named(ref.name)} has no SameSite: Chrome and Edge treat it as Lax, Firefox and Safari as None.`;
      const newest = bare.at(-1);
      if (newest !== undefined) {
        yield { message, cookie, url: newest.request.url, evidence: subject.show.answers(bare) };
      } else if (
        lines.length === 0 &&
        cookie.secret &&
        entry?.cookie.sameSite === 'unspecified' &&
        !cookie.writtenByScript
      ) {
        yield {
          message,
          cookie,
          confidence: 'firm',
          evidence: ['The cookie store shows it without SameSite'],
        };
      }
    }
  },
});
