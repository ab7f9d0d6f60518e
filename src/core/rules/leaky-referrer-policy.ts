import { pagesOf } from '../audit/pages.ts';
import { listOf } from '../audit/response-headers.ts';
import { seenOn } from '../audit/seen-on.ts';
import { hasSessionInUrl } from '../audit/session-in-url.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { siteOf } from '../recording/sites.ts';
import { defineRule } from './define-rule.ts';
import { page } from './examples/pages.ts';

const WITH_ID = '/orders;jsessionid=31D4D96E407AAD42A7C1';
const policy = (value: string) => ({ 'referrer-policy': value });

export default defineRule({
  id: 'leaky-referrer-policy',
  title: 'Addresses of pages go to other sites',
  why: 'The Referer header carries the whole address to every site that is linked or embedded. What stands in it, a session ID above all, is in the logs of others.',
  fix: 'Send `Referrer-Policy: strict-origin-when-cross-origin`, or `same-origin` where addresses hold secrets; and take session IDs out of addresses.',
  severity: { secret: 'low', rest: 'low' },
  confidence: 'certain',
  cwe: [200],
  references: [
    'https://www.w3.org/TR/referrer-policy/',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Referrer-Policy',
  ],
  examples: {
    flagged: [
      { name: 'unsafe-url', events: [page('/', policy('unsafe-url'))] },
      {
        name: 'the last known word decides',
        events: [page('/', policy('no-referrer, unsafe-url, nonsense'))],
      },
      {
        name: 'a session ID in the address, and a policy that sends it',
        events: [page(WITH_ID, policy('no-referrer-when-downgrade'))],
      },
      { name: 'a session ID in the address and no policy', events: [page(WITH_ID)] },
      {
        name: 'the session ID went to another site',
        events: [
          page(WITH_ID),
          {
            url: 'https://ads.example/a.png',
            type: 'image',
            requestHeaders: { referer: `https://shop.example${WITH_ID}` },
          },
        ],
      },
    ],
    clean: [
      { name: 'no policy, nothing in the address', events: [page('/orders?page=2')] },
      { name: 'a strict one', events: [page(WITH_ID, policy('same-origin'))] },
      {
        name: 'unsafe-url only for browsers that know no better',
        events: [page('/', policy('unsafe-url, strict-origin'))],
      },
      {
        name: 'an identity provider’s answer is used once',
        events: [page('/callback?code=4f9b21c07de1a3&state=8a1bc2d3e4f5')],
      },
      { name: 'a word under a session-like key', events: [page('/talks?session=introduction')] },
      {
        name: 'a picture’s policy',
        events: [
          {},
          { url: 'https://shop.example/a.png', type: 'image', responseHeaders: { ...policy('unsafe-url') } },
        ],
      },
      { name: 'an error page', events: [{ ...page('/', policy('unsafe-url')), status: 404 }] },
    ],
  },
  *check(subject) {
    const pages = subject.shared(pagesOf);
    const unsafe = pages.filter((request) => policyOf(request) === 'unsafe-url');
    if (unsafe.length > 0) {
      yield {
        message: '`unsafe-url` sends the whole address of your pages to every other site, over HTTP too.',
        ...seenOn(subject, unsafe, () => 'Referrer-Policy: unsafe-url'),
      };
    }
    const sent = subject.requests.filter((request) => {
      if (request.party !== 'third') return false;
      const referer = refererOf(request);
      return hasSessionInUrl(referer) && siteOf(referer) === subject.site;
    });
    if (sent.length > 0) {
      yield {
        message: 'A session ID in the address went to another site in the Referer header.',
        secret: true,
        ...seenOn(subject, sent, (request) => `Referer: ${subject.show.url(refererOf(request))}`, 'address'),
      };
      return;
    }
    const withId = pages.filter((request) => hasSessionInUrl(request.url) && !STRICT.has(policyOf(request)));
    const [first] = withId;
    if (first === undefined) return;
    const own = policyOf(first);
    yield {
      message:
        'The address of a page holds a session ID, and its Referrer-Policy does not keep it from other sites.',
      // Without a policy current browsers send the origin alone; and one may stand in the page's markup.
      ...(own === '' ? { confidence: 'tentative' as const } : {}),
      ...seenOn(subject, withId, () => (own === '' ? 'no Referrer-Policy' : `Referrer-Policy: ${own}`)),
    };
  },
});

const STRICT = new Set([
  'no-referrer',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
  // The other finding tells.
  'unsafe-url',
]);

/** Referrer Policy section 8.1: the last word that is known; '' where there is none. */
function policyOf(request: RequestEntry): string {
  return (
    listOf(request, 'referrer-policy').findLast(
      (word) => STRICT.has(word) || word === 'no-referrer-when-downgrade',
    ) ?? ''
  );
}

function refererOf({ requestHeaders }: RequestEntry): string {
  return requestHeaders.find(({ name }) => name === 'referer')?.value ?? '';
}
