import { attribute, cookieOf } from '../audit/line.ts';
import { liveLines } from '../audit/live-lines.ts';
import { named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'invalid-same-site',
  title: 'SameSite has a value that no browser knows',
  why: 'Browsers know Strict, Lax and None. Anything else counts as if the attribute were not there: Chrome and Edge treat the cookie as Lax, Firefox and Safari send it with every cross-site request, and the protection that was meant is missing.',
  fix: 'Write `SameSite=Lax`, `SameSite=Strict`, or `SameSite=None; Secure` where other sites embed yours.',
  severity: { secret: 'medium', rest: 'low' },
  confidence: 'certain',
  cwe: [1275],
  references: [
    'https://www.zaproxy.org/docs/alerts/10054-3/',
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.6.7',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#samesitesamesite-value',
  ],
  examples: {
    flagged: [
      { name: 'a word of its own', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Laxx'] },
      { name: 'no value', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite'] },
      { name: 'true', events: ['theme=dark; Secure; SameSite=true'] },
      {
        name: 'the last one counts',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; SameSite=Default'],
      },
    ],
    clean: [
      { name: 'in any case', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; samesite=LAX'] },
      { name: 'no attribute is another rule’s', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure'] },
      { name: 'a deletion', events: ['sid=; Max-Age=0; SameSite=Laxx'] },
      {
        name: 'refused for another reason',
        events: ['sid=31d4d96e407aad42a7c1; Domain=other.example; SameSite=Laxx'],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      const odd = liveLines(subject, cookie).filter(
        (line) => cookieOf(line)?.sameSite === 'unspecified' && attribute(line, 'samesite') !== undefined,
      );
      const newest = odd.at(-1);
      if (newest === undefined) continue;
      const written = attribute(newest, 'samesite')?.value ?? '';
      const shown = /^[a-z]{1,12}$/i.test(written)
        ? `\`SameSite=${written}\``
        : 'a SameSite without a known word';
      yield {
        message: `${named(cookie.ref.name)} has ${shown}: no browser knows it, so it counts as none. Write \`SameSite=Lax\`.`,
        cookie,
        url: newest.request.url,
        evidence: subject.show.answers(odd),
      };
    }
  },
});
