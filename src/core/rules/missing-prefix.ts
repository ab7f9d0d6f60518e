import { hostsUsing } from '../audit/hosts.ts';
import { cookieOf } from '../audit/line.ts';
import { liveLines } from '../audit/live-lines.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import { named } from '../report/words.ts';
import { mainPartOf } from '../session/members.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'missing-prefix',
  title: 'Session cookie without a name prefix',
  why: 'Without a prefix another host of the site, or one answer by plain HTTP, can plant a cookie of the same name. `__Host-` in the name makes the browser refuse that: only this host can set it, by HTTPS, for all its paths.',
  fix: 'Rename the cookie to `__Host-…` with `Secure`, `Path=/` and no `Domain`. Where several hosts need it, to `__Secure-…`.',
  severity: { secret: 'low', rest: null },
  confidence: 'certain',
  cwe: [565],
  references: [
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes',
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.3',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
  ],
  examples: {
    flagged: [
      {
        name: 'it meets the conditions of __Host- already',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/'],
      },
      {
        name: 'with a Domain that two hosts use',
        events: [
          {
            url: 'https://www.shop.example/',
            setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Domain=shop.example'],
          },
          { url: 'https://pay.shop.example/', cookie: 'sid=31d4d96e407aad42a7c1' },
        ],
      },
      {
        name: 'it was there before the recording',
        events: [
          {},
          {
            before: { name: 'PHPSESSID', value: 'q7k2l9x4v8b1n6m3c5z0a8s7d2', secure: true, httpOnly: true },
          },
        ],
      },
    ],
    clean: [
      {
        name: '__Host-',
        events: ['__Host-sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/'],
      },
      {
        name: '__Secure-, host-only or not',
        events: ['__Secure-sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/'],
      },
      {
        name: 'without Secure it cannot: another rule’s',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Path=/'],
      },
      { name: 'a theme needs none', events: ['theme=dark; Secure; SameSite=Lax; Path=/'] },
      {
        name: 'a load balancer’s cookie is no session',
        events: ['AWSALB=q7k2l9x4v8b1n6m3c5z0; Secure; Path=/'],
      },
      {
        name: 'on loopback by plain HTTP',
        events: [
          { url: 'http://localhost:3000/', setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure'] },
        ],
      },
      { name: 'a deletion', events: ['sid=; Max-Age=0; Secure; Path=/'] },
      {
        name: 'an embedded site’s session is that site’s to name',
        events: [
          {},
          {
            url: 'https://widget.example/f',
            type: 'sub_frame',
            initiator: 'https://shop.example',
            setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=None'],
          },
        ],
      },
    ],
  },
  *check(subject) {
    const names = new Set(subject.cookies.map(({ ref }) => ref.name));
    for (const cookie of subject.cookies) {
      const { ref } = cookie;
      // A signature beside the ID, or a further chunk, goes with the part that is named.
      if (!cookie.secret || PREFIX.test(ref.name) || mainPartOf(ref.name, names) !== null) continue;
      const fit = liveLines(subject, cookie).filter(
        (line) => cookieOf(line)?.secure && line.request.url.startsWith('https:'),
      );
      const newest = fit.at(-1);
      if (newest === undefined && !isSeenFit(subject, cookie)) continue;
      const isShared = newest?.predicted.stored
        ? !newest.predicted.cookie.hostOnly && hostsUsing(subject, cookie).size > 1
        : cookie.entry?.cookie.hostOnly === false;
      // `__Host-` has one path: cookies that are told apart by theirs would meet.
      const prefix = isShared || ref.path !== '/' ? '__Secure-' : '__Host-';
      yield {
        message: `${named(ref.name)} could be named ${named(`${prefix}${ref.name}`)}: the browser then refuses one that is planted.`,
        cookie,
        ...(newest === undefined
          ? { confidence: 'firm', evidence: ['The cookie store shows it with Secure and without a prefix'] }
          : { url: newest.request.url, evidence: subject.show.answers(fit) }),
      };
    }
  },
});

const PREFIX = /^__(?:Host|Secure|Http|Host-Http)-/i;

function isSeenFit({ origin }: Subject, { entry, lines }: SubjectCookie): boolean {
  if (lines.length > 0 || entry === null || entry.cookie.assumed) return false;
  return entry.cookie.secure && origin.startsWith('https:');
}
