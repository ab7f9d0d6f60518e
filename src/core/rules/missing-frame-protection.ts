import { signedInPages } from '../audit/pages.ts';
import { frameAncestorsOf, isPolicyCut, policiesOf } from '../audit/policies.ts';
import { listOf } from '../audit/response-headers.ts';
import { seenOn, surestFirst } from '../audit/seen-on.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { defineRule } from './define-rule.ts';
import { ownPage, page, SIGN_IN } from './examples/pages.ts';

const account = (headers: Readonly<Record<string, string>>) => [SIGN_IN, ownPage('/account', headers)];

export default defineRule({
  id: 'missing-frame-protection',
  title: 'Signed-in page that any site may frame',
  why: 'Another site can load the page invisibly over its own and have the person click there: confirm, delete, pay, with the person’s own login (clickjacking).',
  fix: "Send `Content-Security-Policy: frame-ancestors 'none'`, or `'self'` and the partners who may frame it; for old browsers `X-Frame-Options: DENY` beside it.",
  severity: { secret: 'low', rest: 'low' },
  confidence: 'certain',
  cwe: [1021],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/11-Client-side_Testing/09-Testing_for_Clickjacking',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy/frame-ancestors',
  ],
  examples: {
    flagged: [
      { name: 'neither header', events: account({}) },
      {
        name: 'a policy that says nothing of frames',
        events: account({ 'content-security-policy': "default-src 'none'" }),
      },
      { name: 'everybody may', events: account({ 'content-security-policy': 'frame-ancestors *' }) },
      {
        name: 'ALLOW-FROM, which browsers do not heed',
        events: account({ 'x-frame-options': 'ALLOW-FROM https://a.example' }),
      },
    ],
    clean: [
      {
        name: 'frame-ancestors alone',
        events: account({ 'content-security-policy': "frame-ancestors 'self'" }),
      },
      {
        name: 'a partner may',
        events: account({ 'content-security-policy': 'frame-ancestors https://partner.example' }),
      },
      { name: 'X-Frame-Options alone', events: account({ 'x-frame-options': 'SAMEORIGIN' }) },
      { name: 'the same twice', events: account({ 'x-frame-options': 'DENY, DENY' }) },
      { name: 'nobody is signed in', events: [page('/')] },
      { name: 'a redirect shows nothing', events: [SIGN_IN, { ...ownPage('/account'), status: 302 }] },
    ],
  },
  *check(subject) {
    const open = subject.shared(signedInPages).filter(({ request }) => mayBeFramed(request));
    const pages = surestFirst(open);
    if (pages === null) return;
    yield {
      message:
        'Any site may show signed-in pages in a frame. Add `frame-ancestors` to the Content-Security-Policy.',
      confidence: pages.confidence,
      ...seenOn(subject, pages.requests, (request) =>
        request.responseHeaders.some(({ name }) => name === 'x-frame-options')
          ? 'X-Frame-Options that browsers do not heed, no frame-ancestors'
          : 'no frame-ancestors that limit it, no X-Frame-Options',
      ),
    };
  },
});

/** CSP3 section 6.4.2: a policy that names frame-ancestors makes browsers ignore X-Frame-Options. */
function mayBeFramed(request: RequestEntry): boolean {
  const ancestors = policiesOf(request).flatMap((policy) => {
    const sources = frameAncestorsOf(policy);
    return sources === undefined ? [] : [sources];
  });
  if (ancestors.length > 0)
    return ancestors.every((sources) => sources.some((source) => /^(?:\*|https?:)$/i.test(source)));
  if (isPolicyCut(request)) return false;
  return !listOf(request, 'x-frame-options').some((value) => value === 'deny' || value === 'sameorigin');
}
