import type { Subject, SubjectCookie } from '../audit/subject.ts';
import { canBeTossed, tossedCookies } from '../audit/tossed.ts';
import { compareForHeader } from '../cookie/send.ts';
import { toStored } from '../recording/set-cookies.ts';
import { named } from '../report/words.ts';
import { isIpAddress, isLoopback } from '../site/site.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'cookie-tossing',
  title: 'Another host of the site can shadow the session',
  why: 'Any host of a site may set a cookie for the whole site, under any name. The server then gets two and cannot tell its own: the attacker’s may win, and the person works in the attacker’s session, or is fixed to one that the attacker knows.',
  fix: 'Name the cookie `__Host-…`: browsers take such a name from this host alone, and never with a `Domain`.',
  severity: { secret: 'high', rest: null },
  confidence: 'certain',
  cwe: [565, 384],
  references: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-8.6',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/03-Testing_for_Session_Fixation',
  ],
  examples: {
    flagged: [
      {
        name: 'a sibling host sets one for the whole site',
        events: [
          {
            url: 'https://www.shop.example/',
            setCookie: ['sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure; SameSite=Lax'],
          },
          {
            url: 'https://blog.shop.example/',
            setCookie: ['sid=9f02b6c1d4e87a35c0b4; Path=/; Domain=shop.example; Secure'],
          },
        ],
      },
      {
        name: 'there are other hosts that could',
        events: [
          {
            url: 'https://www.shop.example/',
            setCookie: ['sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure; SameSite=Lax'],
          },
          { url: 'https://blog.shop.example/' },
        ],
      },
    ],
    clean: [
      {
        name: '__Host- keeps them off',
        events: [
          {
            url: 'https://www.shop.example/',
            setCookie: ['__Host-sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure; SameSite=Lax'],
          },
          {
            url: 'https://blog.shop.example/',
            setCookie: ['sid=9f02b6c1d4e87a35c0b4; Path=/; Domain=shop.example; Secure'],
          },
        ],
      },
      {
        name: 'no other host was seen',
        events: ['sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure; SameSite=Lax'],
      },
      {
        name: 'the name with www is the same house',
        events: [
          {
            url: 'https://shop.example/',
            status: 301,
            responseHeaders: { location: 'https://www.shop.example/' },
          },
          {
            url: 'https://www.shop.example/',
            setCookie: ['sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure; SameSite=Lax'],
          },
        ],
      },
      {
        name: 'the host itself sets both: a duplicate',
        events: [
          'sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure',
          'sid=9f02b6c1d4e8; Path=/; Domain=shop.example; Secure',
        ],
      },
      {
        name: 'each host has its own',
        events: [
          {
            url: 'https://www.shop.example/',
            setCookie: ['__Host-sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure'],
          },
          {
            url: 'https://pay.shop.example/',
            setCookie: ['__Host-sid=9f02b6c1d4e87a35c0b4; Path=/; HttpOnly; Secure'],
          },
        ],
      },
    ],
  },
  *check(subject) {
    const tossed = subject.shared(tossedCookies);
    for (const { victim, rival, line } of tossed.values()) {
      yield {
        message: `${named(victim.ref.name)} of ${victim.ref.domain} is shadowed: ${line.request.host} set one of that name for all of ${rival.ref.domain}.`,
        cookie: victim,
        // First in the header is what nearly all servers read.
        ...(goesFirst(rival, victim) ? {} : { confidence: 'firm' }),
        url: line.request.url,
        evidence: [
          ...(victim.lines.length === 0 ? [] : [subject.show.answer(victim.lines.at(-1) ?? line)]),
          subject.show.answer(line),
          `Sent first: that of ${goesFirst(rival, victim) ? rival.ref.domain : victim.ref.domain}`,
        ],
      };
    }
    yield* possible(subject, new Set([...tossed.values()].map(({ victim }) => victim)));
  },
});

function* possible(subject: Subject, shadowed: ReadonlySet<SubjectCookie>) {
  if (isIpAddress(subject.site) || isLoopback(subject.site)) return;
  const hosts = new Set(subject.requests.filter(({ party }) => party === 'first').map(({ host }) => host));
  for (const cookie of subject.cookies) {
    const { domain, name } = cookie.ref;
    if (shadowed.has(cookie) || !canBeTossed(cookie)) continue;
    const others = [...hosts].filter(
      (host) => host !== domain && host !== `www.${domain}` && domain !== `www.${host}`,
    );
    if (others.length === 0) continue;
    yield {
      message: `${named(name)} could be shadowed by one that another host sets for ${subject.site}.`,
      cookie,
      severity: 'info',
      confidence: 'firm',
      evidence: [
        `Other hosts of the site: ${others.sort().slice(0, 3).join(', ')}${others.length > 3 ? ` and ${others.length - 3} more` : ''}`,
      ],
    } as const;
  }
}

function goesFirst(rival: SubjectCookie, victim: SubjectCookie): boolean {
  if (rival.entry === null || victim.entry === null) return false;
  return compareForHeader(toStored(rival.entry), toStored(victim.entry)) < 0;
}
