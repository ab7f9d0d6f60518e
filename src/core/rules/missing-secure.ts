import { cookieOf } from '../audit/line.ts';
import { liveLines } from '../audit/live-lines.ts';
import { redirectsToHttps } from '../audit/redirects.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import type { SetCookieEntry } from '../recording/recording.ts';
import { named } from '../report/words.ts';
import { isLoopback } from '../site/site.ts';
import { defineRule, type Flaw } from './define-rule.ts';

export default defineRule({
  id: 'missing-secure',
  title: 'Cookie may be sent without encryption',
  why: 'A single request by http://, even one that is redirected at once, carries the cookie in clear. Anyone on the same network can read it, and can cause such a request.',
  fix: 'Add `Secure`, so that the browser sends the cookie by HTTPS alone.',
  severity: { secret: 'high', rest: 'low' },
  confidence: 'certain',
  cwe: [614],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/02-Testing_for_Cookies_Attributes',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#secure',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
  ],
  examples: {
    flagged: [
      { name: 'set over HTTPS without it', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; SameSite=Lax'] },
      {
        name: 'set over HTTP on a site that redirects to HTTPS',
        events: [
          {
            url: 'http://shop.example/',
            status: 301,
            setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; SameSite=Lax'],
            responseHeaders: { location: 'https://shop.example/' },
          },
        ],
      },
      {
        name: 'set over HTTP on a site that redirects to another of its hosts by HTTPS',
        events: [
          {
            url: 'http://shop.example/',
            status: 301,
            setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; SameSite=Lax'],
            responseHeaders: { location: 'https://www.shop.example/' },
          },
        ],
      },
      { name: 'a cookie that is no session', events: ['theme=dark; SameSite=Lax'] },
    ],
    clean: [
      { name: 'Secure', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax'] },
      {
        name: 'a site that has no HTTPS cannot use it',
        events: [{ url: 'http://shop.example/', setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly'] }],
      },
      {
        name: 'loopback is not plain HTTP',
        events: [{ url: 'http://localhost:3000/', setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly'] }],
      },
      { name: 'a deletion needs none', events: ['sid=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/'] },
      {
        name: 'a cookie that script wrote is not the server’s line',
        events: [{ script: { name: 'tab', value: 'orders' } }],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      const flaw = flawOf(subject, cookie);
      if (flaw !== null) yield flaw;
    }
  },
});

function flawOf(subject: Subject, cookie: SubjectCookie): Flaw | null {
  const { ref, entry, lines } = cookie;
  const open = liveLines(subject, cookie).filter(
    (line) => cookieOf(line)?.secure === false && belongsToHttps(subject, line),
  );
  const newest = open.at(-1);
  const message = `${named(ref.name)} is sent over plain HTTP too. Add \`Secure\`.`;
  if (newest !== undefined) {
    // Products of others name a server with it, and often cannot even be told to add Secure.
    const balances = cookie.role === 'load-balancer' ? ({ severity: 'info' } as const) : {};
    return { message, cookie, ...balances, url: newest.request.url, evidence: subject.show.answers(open) };
  }
  const seenOnly = lines.length === 0 && entry !== null && !entry.cookie.secure && cookie.secret;
  if (!seenOnly || !subject.origin.startsWith('https:') || isLoopback(ref.domain)) return null;
  return { message, cookie, confidence: 'firm', evidence: ['The cookie store shows it without Secure'] };
}

function belongsToHttps(subject: Subject, line: SetCookieEntry): boolean {
  const { url, host } = line.request;
  if (url.startsWith('https:')) return true;
  return !isLoopback(host) && subject.shared(redirectsToHttps).has(host);
}
