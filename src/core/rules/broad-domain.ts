import { hostsUsing } from '../audit/hosts.ts';
import { liveLines } from '../audit/live-lines.ts';
import type { Severity } from '../audit/report.ts';
import { named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'broad-domain',
  title: 'Cookie reaches more hosts than the one that set it',
  why: 'Every host under the domain gets the cookie and may overwrite it: a forgotten blog, a customer’s subdomain, a taken-over CNAME. One weak host then gives away the login of all.',
  fix: 'Leave `Domain` out: the cookie then goes to the host that set it, and to no other. `__Host-` in the name makes the browser hold you to it.',
  severity: { secret: 'medium', rest: 'info' },
  confidence: 'certain',
  cwe: [565],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/02-Testing_for_Cookies_Attributes',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#domaindomain-value',
  ],
  examples: {
    flagged: [
      {
        name: 'a parent domain',
        events: [
          {
            url: 'https://www.shop.example/',
            setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Domain=shop.example'],
          },
        ],
      },
      {
        name: 'the host itself: its subdomains get it too',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Domain=shop.example'],
      },
      {
        name: 'two hosts use it: for information',
        events: [
          {
            url: 'https://www.shop.example/',
            setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Domain=shop.example'],
          },
          { url: 'https://pay.shop.example/', cookie: 'sid=31d4d96e407aad42a7c1' },
        ],
      },
    ],
    clean: [
      { name: 'host-only', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax'] },
      {
        name: 'an empty Domain is none',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Domain='],
      },
      {
        name: 'an IP address is host-only in any case',
        events: [
          {
            url: 'https://192.0.2.7/',
            setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; Domain=192.0.2.7'],
          },
        ],
      },
      { name: 'a refused Domain reaches nobody', events: ['sid=31d4d96e407aad42a7c1; Domain=example'] },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      const wide = liveLines(subject, cookie).filter(
        (line) => line.predicted.stored && !line.predicted.cookie.hostOnly,
      );
      const newest = wide.at(-1);
      // A secret cookie that was there before is judged by who gets it; of others only the line tells.
      const seenOnly = cookie.lines.length === 0 && cookie.secret && cookie.entry?.cookie.hostOnly === false;
      if (newest === undefined && !seenOnly) continue;
      const hosts = hostsUsing(subject, cookie);
      const { domain, name } = cookie.ref;
      const severity = cookie.secret ? severityOf(domain, hosts) : undefined;
      yield {
        message: `${named(name)} goes to every host under ${domain}. Leave \`Domain\` out${hosts.size > 1 ? ' unless all of them need it' : ''}.`,
        cookie,
        ...(severity === undefined ? {} : { severity }),
        ...(newest === undefined
          ? { confidence: 'firm', evidence: [`The cookie store shows it for .${domain}`] }
          : {
              url: newest.request.url,
              evidence: [...subject.show.answers(wide), `Used by ${[...hosts].sort().join(', ')}`],
            }),
      };
    }
  },
});

function severityOf(domain: string, hosts: ReadonlySet<string>): Severity {
  if (hosts.size > 1) return 'info';
  return hosts.size === 0 || hosts.has(domain) ? 'low' : 'medium';
}
