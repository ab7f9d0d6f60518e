import { pagesOf } from '../audit/pages.ts';
import { seenOn } from '../audit/seen-on.ts';
import { named } from '../report/words.ts';
import { isLoopback } from '../site/site.ts';
import { defineRule } from './define-rule.ts';
import { HTML } from './examples/pages.ts';

const http = (path: string) => ({ url: `http://shop.example${path}`, responseHeaders: HTML });

export default defineRule({
  id: 'missing-https-redirect',
  title: 'Pages over plain HTTP',
  why: 'Everybody on the way can read the page and change it: put in a login form of their own, take cookies that are not Secure, plant others.',
  fix: 'Answer every http:// request with a redirect (301 or 308) to the same address by https://, and send Strict-Transport-Security there.',
  severity: { secret: 'medium', rest: 'medium' },
  confidence: 'certain',
  cwe: [319],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/09-Testing_for_Weak_Cryptography/03-Testing_for_Sensitive_Information_Sent_via_Unencrypted_Channels',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x21-V12-Secure-Communication.md',
    'https://developer.mozilla.org/en-US/docs/Web/Security/Practical_implementation_guides/TLS',
  ],
  needs: 'transport',
  examples: {
    flagged: [
      { name: 'a page', events: [http('/')] },
      {
        name: 'one page that is not redirected, although another is',
        events: [
          { ...http('/'), status: 301, responseHeaders: { location: 'https://shop.example/' } },
          http('/old/news'),
        ],
      },
    ],
    clean: [
      {
        name: 'redirected to HTTPS',
        events: [
          { ...http('/'), status: 308, responseHeaders: { location: 'https://shop.example/' } },
          { responseHeaders: HTML },
        ],
      },
      {
        name: 'redirected to another host first',
        events: [{ ...http('/'), status: 301, responseHeaders: { location: 'http://www.shop.example/' } }],
      },
      { name: 'HTTPS', events: [{ responseHeaders: HTML }] },
      { name: 'localhost', events: [{ url: 'http://localhost:3000/', responseHeaders: HTML }] },
      { name: '127.0.0.1', events: [{ url: 'http://127.0.0.1:8080/', responseHeaders: HTML }] },
      { name: 'an error', events: [{ ...http('/'), status: 403 }] },
    ],
  },
  *check(subject) {
    const plain = subject
      .shared(pagesOf)
      .filter(({ url, host }) => url.startsWith('http:') && !isLoopback(host));
    const [first] = plain;
    if (first === undefined) return;
    yield {
      message: `${named(first.host)} answers over plain HTTP with a page. Redirect it to HTTPS.`,
      ...seenOn(subject, plain, () => 'no redirect to https://'),
    };
  },
});
