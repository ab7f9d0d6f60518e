import { signedInPages } from '../audit/pages.ts';
import { hasPolicy } from '../audit/policies.ts';
import { seenOn, surestFirst } from '../audit/seen-on.ts';
import { defineRule } from './define-rule.ts';
import { ownPage, page, SIGN_IN } from './examples/pages.ts';

const CSP = { 'content-security-policy': "default-src 'self'" };

export default defineRule({
  id: 'missing-csp',
  title: 'Signed-in page without a Content Security Policy',
  why: 'One place where the site forgets to escape text is enough: injected script runs with the person’s login, HttpOnly or not. A policy is the second lock, which stops it from running or from talking home.',
  fix: "Send `Content-Security-Policy: script-src 'nonce-…' 'strict-dynamic'; object-src 'none'; base-uri 'none'` with a new nonce in each response; try it first as `Content-Security-Policy-Report-Only`.",
  severity: { secret: 'medium', rest: 'medium' },
  confidence: 'tentative',
  cwe: [693],
  references: [
    'https://cheatsheetseries.owasp.org/cheatsheets/Content_Security_Policy_Cheat_Sheet.html',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CSP',
  ],
  examples: {
    flagged: [
      { name: 'the page after a login', events: [SIGN_IN, ownPage('/account')] },
      { name: 'a page asked for with a session', events: [SIGN_IN, ownPage('/')] },
      {
        name: 'Report-Only stops nothing',
        events: [
          SIGN_IN,
          ownPage('/account', { 'content-security-policy-report-only': "default-src 'self'" }),
        ],
      },
    ],
    clean: [
      { name: 'a policy', events: [SIGN_IN, ownPage('/account', CSP)] },
      { name: 'nobody is signed in', events: [page('/')] },
      { name: 'the login page', events: [page('/login'), SIGN_IN] },
      {
        name: 'redirects, errors and 304',
        events: [
          SIGN_IN,
          { ...ownPage('/account'), status: 302 },
          { ...ownPage('/account'), status: 500 },
          { ...ownPage('/account'), status: 304 },
        ],
      },
      {
        name: 'pictures and data run no script',
        events: [
          SIGN_IN,
          { ...ownPage('/me.png', { 'content-type': 'image/png' }), type: 'image' },
          { ...ownPage('/api', { 'content-type': 'application/json' }), type: 'xmlhttprequest' },
        ],
      },
    ],
  },
  *check(subject) {
    const bare = subject.shared(signedInPages).filter(({ request }) => !hasPolicy(request));
    const pages = surestFirst(bare);
    if (pages === null) return;
    yield {
      // Tentative: a policy may stand in the page's own markup, where no header tells of it.
      message: 'Injected script would run in signed-in pages: their headers hold no Content-Security-Policy.',
      ...seenOn(subject, pages.requests, () => 'no Content-Security-Policy header'),
    };
  },
});
