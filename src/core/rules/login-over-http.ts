import type { Severity } from '../audit/report.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { analyseSessions } from '../session/analysis.ts';
import { lookOfFields } from '../session/field-look.ts';
import { lookOfRequest } from '../session/url-look.ts';
import { isLoopback } from '../site/site.ts';
import { defineRule } from './define-rule.ts';
import { LOGIN, LOGIN_FIELDS } from './examples/logins.ts';

export default defineRule({
  id: 'login-over-http',
  title: 'Password travels in the open',
  why: 'Over plain HTTP everybody on the way reads the password. A form on an HTTP page that posts to HTTPS helps little: who stands in between changes the page, and has the form sent elsewhere. In a URL the password lands in histories and logs.',
  fix: 'Serve the login page and its target by HTTPS alone, redirect HTTP to it, and send the form by POST.',
  severity: { secret: 'critical', rest: 'critical' },
  confidence: 'certain',
  needs: 'login-rotation',
  cwe: [319, 523],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/04-Authentication_Testing/01-Testing_for_Credentials_Transported_over_an_Encrypted_Channel',
    'https://cwe.mitre.org/data/definitions/319.html',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x21-V12-Secure-Communication.md',
  ],
  examples: {
    flagged: [
      { name: 'posted by HTTP', events: [{ ...LOGIN, url: 'http://shop.example/login' }] },
      {
        name: 'from an HTTP page to HTTPS',
        events: [{ url: 'http://shop.example/' }, { ...LOGIN, initiator: 'http://shop.example' }],
      },
      {
        name: 'in the query',
        events: [{ url: 'https://shop.example/login?username=jo&password=x', type: 'xmlhttprequest' }],
      },
    ],
    clean: [
      { name: 'by HTTPS', events: [LOGIN] },
      { name: 'on this machine', events: [{ ...LOGIN, url: 'http://localhost/login' }] },
      {
        name: 'a search by HTTP',
        events: [{ ...LOGIN, url: 'http://shop.example/search', fields: ['query'] }],
      },
      {
        name: 'an HTTP page that redirected',
        events: [
          {
            url: 'http://shop.example/',
            status: 301,
            responseHeaders: { location: 'https://shop.example/' },
          },
          { url: 'https://shop.example/' },
          { ...LOGIN, fields: LOGIN_FIELDS, initiator: 'https://shop.example' },
        ],
      },
    ],
  },
  *check(subject) {
    const asked = new Set<RequestEntry>();
    for (const { flow } of subject.shared(analyseSessions).flows) {
      if (flow.kind === 'login') for (const { request } of flow.attempts) asked.add(request);
    }
    for (const request of subject.requests) if (hasPasswordInQuery(request)) asked.add(request);
    const told = new Set<string>();
    for (const request of asked) {
      const flaw = flawOf(request);
      if (flaw === null || told.has(flaw.message)) continue;
      told.add(flaw.message);
      yield {
        ...flaw,
        url: request.url,
        secret: true,
        evidence: [
          subject.show.request(request),
          ...(request.initiator === null ? [] : [`From ${subject.show.url(request.initiator)}`]),
        ],
      };
    }
  },
});

function flawOf(request: RequestEntry): { readonly message: string; readonly severity: Severity } | null {
  const { url, host, initiator } = request;
  if (url.startsWith('http:') && !isLoopback(host))
    return {
      message: 'A password was sent over plain HTTP: everybody on the way can read it.',
      severity: 'critical',
    };
  if (hasPasswordInQuery(request))
    return {
      message: 'A password stands in a URL: it lands in histories and logs. Send it by POST.',
      severity: 'high',
    };
  const from = initiator !== null && URL.canParse(initiator) ? new URL(initiator) : null;
  if (url.startsWith('https:') && from?.protocol === 'http:' && !isLoopback(from.hostname))
    return {
      message:
        'The login form stands on a page that came by plain HTTP: who changes the page gets the password.',
      severity: 'medium',
    };
  return null;
}

function hasPasswordInQuery(request: RequestEntry): boolean {
  if (request.method !== 'GET' || request.party !== 'first') return false;
  const names = lookOfRequest(request)?.queryNames ?? [];
  if (names.length === 0) return false;
  const { passwords, service, reset } = lookOfFields(names);
  return passwords > 0 && !service && !reset;
}
