import { isAnswered, isHtml, isJson, listOf } from '../audit/response-headers.ts';
import { seenOn } from '../audit/seen-on.ts';
import { defineRule } from './define-rule.ts';
import { JSON_TYPE, page } from './examples/pages.ts';

const api = (headers: Readonly<Record<string, string>>) => ({
  url: 'https://shop.example/api/cart',
  type: 'xmlhttprequest' as const,
  responseHeaders: headers,
});

export default defineRule({
  id: 'missing-content-type-options',
  title: 'HTML or JSON without nosniff',
  why: 'A browser may take a response for another type than the server said. Uploaded text or JSON that is taken for script or HTML runs with the site’s rights.',
  fix: 'Answer everything with `X-Content-Type-Options: nosniff` and the right `Content-Type`.',
  severity: { secret: 'info', rest: 'info' },
  confidence: 'certain',
  cwe: [693],
  references: [
    'https://fetch.spec.whatwg.org/#x-content-type-options-header',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Content-Type-Options',
  ],
  examples: {
    flagged: [
      { name: 'a page', events: [page('/')] },
      { name: 'data', events: [{}, api(JSON_TYPE)] },
      { name: 'a word browsers do not know', events: [page('/', { 'x-content-type-options': 'no-sniff' })] },
    ],
    clean: [
      { name: 'nosniff', events: [page('/', { 'x-content-type-options': 'nosniff' })] },
      { name: 'in capitals, twice', events: [page('/', { 'x-content-type-options': 'NOSNIFF, nosniff' })] },
      {
        name: 'pictures, styles and fonts',
        events: [
          {},
          {
            url: 'https://shop.example/a.png',
            type: 'image',
            responseHeaders: { 'content-type': 'image/png' },
          },
          {
            url: 'https://shop.example/a.css',
            type: 'stylesheet',
            responseHeaders: { 'content-type': 'text/css' },
          },
        ],
      },
      { name: 'a redirect', events: [{ ...page('/'), status: 301 }] },
      { name: 'an error page', events: [{ ...page('/'), status: 404 }] },
      { name: 'another site’s', events: [{}, { ...api(JSON_TYPE), url: 'https://api.other.example/' }] },
    ],
  },
  *check(subject) {
    const bare = subject.requests.filter(
      (request) =>
        request.party === 'first' &&
        (isHtml(request) || isJson(request)) &&
        isAnswered(request) &&
        // Fetch section 3.6: the first value decides.
        listOf(request, 'x-content-type-options')[0] !== 'nosniff',
    );
    if (bare.length === 0) return;
    yield {
      message: 'Browsers may guess the type of pages or data. Add `X-Content-Type-Options: nosniff`.',
      ...seenOn(subject, bare, () => 'no X-Content-Type-Options: nosniff', 'address'),
    };
  },
});
