import { isExpired, wasTaken } from '../audit/line.ts';
import { secretsSent } from '../audit/secrets-sent.ts';
import type { SubjectCookie } from '../audit/subject.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { named } from '../report/words.ts';
import { isLoopback } from '../site/site.ts';
import { defineRule } from './define-rule.ts';
import { STRONG } from './examples/tokens.ts';

export default defineRule({
  id: 'session-over-http',
  title: 'Session cookie travels without encryption',
  why: 'Over plain HTTP everybody on the way reads the ID: the neighbour in the café’s Wi-Fi, the provider, every proxy. With it they are logged in, and nothing shows it.',
  fix: 'Serve the whole site by HTTPS, redirect HTTP to it, send `Strict-Transport-Security`, and set the cookie with `Secure`.',
  severity: { secret: 'high', rest: null },
  confidence: 'certain',
  needs: 'transport',
  cwe: [319],
  references: [
    'https://cwe.mitre.org/data/definitions/319.html',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/04-Testing_for_Exposed_Session_Variables',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x21-V12-Secure-Communication.md',
  ],
  examples: {
    flagged: [
      {
        name: 'sent',
        events: [
          { url: 'http://shop.example/', setCookie: [`sid=${STRONG}; Path=/; HttpOnly`] },
          { url: 'http://shop.example/a', cookie: `sid=${STRONG}` },
        ],
      },
      {
        name: 'set',
        events: [{ url: 'http://shop.example/', setCookie: [`sid=${STRONG}; Path=/; HttpOnly`] }],
      },
    ],
    clean: [
      { name: 'by HTTPS', events: [`sid=${STRONG}; Path=/; HttpOnly; Secure`] },
      {
        name: 'on this machine',
        events: [{ url: 'http://localhost/', setCookie: [`sid=${STRONG}; Path=/; HttpOnly`] }],
      },
      { name: 'a theme', events: [{ url: 'http://shop.example/', setCookie: ['theme=dark; Path=/'] }] },
      {
        name: 'a deletion',
        events: [{ url: 'http://shop.example/', setCookie: ['sid=; Path=/; Max-Age=0'] }],
      },
    ],
  },
  *check(subject) {
    const seen = new Map<
      SubjectCookie,
      { readonly request: RequestEntry; readonly how: string; count: number }
    >();
    const see = (cookie: SubjectCookie, request: RequestEntry, how: string) => {
      const known = seen.get(cookie);
      if (known === undefined) seen.set(cookie, { request, how, count: 1 });
      else known.count += 1;
    };
    for (const request of subject.requests) {
      if (isPlain(request)) for (const cookie of secretsSent(subject, request)) see(cookie, request, 'sent');
    }
    for (const cookie of subject.cookies) {
      if (!cookie.secret) continue;
      const line = cookie.lines.find((each) => isPlain(each.request) && wasTaken(each) && !isExpired(each));
      if (line !== undefined) see(cookie, line.request, 'set');
    }
    for (const [cookie, { request, how, count }] of seen) {
      yield {
        message: `${named(cookie.ref.name)} was ${how} over plain HTTP${count > 1 ? ` ${count} times` : ''}: everybody on the way can read it.`,
        cookie,
        url: request.url,
        evidence: [`${subject.show.request(request)}: ${how} without encryption`],
      };
    }
  },
});

function isPlain({ url, host }: RequestEntry): boolean {
  return url.startsWith('http:') && !isLoopback(host);
}
