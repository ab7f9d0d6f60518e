import { seenOn } from '../audit/seen-on.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { siteOf } from '../recording/sites.ts';
import { isLoopback } from '../site/site.ts';
import { defineRule } from './define-rule.ts';
import { HTML, page } from './examples/pages.ts';

const SHOP = 'https://shop.example';
const image = (url: string) => ({ url, type: 'image' as const, initiator: SHOP });
const post = (initiator: string) => ({
  url: 'http://shop.example/search',
  method: 'POST',
  initiator,
  fields: ['query'],
});

export default defineRule({
  id: 'mixed-content',
  title: 'HTTPS page that loads or posts over HTTP',
  why: 'What goes over plain HTTP can be read and changed on the way, and undoes what HTTPS is for: a script changes the page, a form gives away what is typed.',
  fix: 'Use https:// for everything a page loads and posts; `Content-Security-Policy: upgrade-insecure-requests` mends old links.',
  severity: { secret: 'medium', rest: 'medium' },
  confidence: 'certain',
  cwe: [311],
  references: [
    'https://www.w3.org/TR/mixed-content/',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x21-V12-Secure-Communication.md',
    'https://developer.mozilla.org/en-US/docs/Web/Security/Defenses/Mixed_content',
  ],
  examples: {
    flagged: [
      { name: 'an image', events: [page('/'), image('http://cdn.example/a.png')] },
      { name: 'a form', events: [page('/'), post(SHOP)] },
    ],
    clean: [
      { name: 'an image over HTTPS', events: [page('/'), image('https://cdn.example/a.png')] },
      {
        name: 'an HTTP page may',
        events: [
          { url: 'http://shop.example/', responseHeaders: HTML },
          { ...image('http://cdn.example/a.png'), initiator: 'http://shop.example' },
        ],
      },
      { name: 'a form of an HTTP page', events: [page('/'), post('http://shop.example')] },
      {
        name: 'a link to an HTTP page',
        events: [page('/'), { url: 'http://shop.example/old', initiator: SHOP }],
      },
      { name: 'loopback', events: [page('/'), image('http://127.0.0.1:9000/a.png')] },
      {
        name: 'what the browser blocked',
        events: [
          page('/'),
          {
            fact: {
              kind: 'sent',
              at: 1_767_225_604_000,
              requestId: 'x',
              url: 'http://cdn.example/a.js',
              method: 'GET',
              type: 'script',
              frameId: 0,
              initiator: SHOP,
              cookie: null,
              headers: [],
            },
          },
          { fact: { kind: 'failed', at: 1_767_225_604_010, requestId: 'x', error: 'net::ERR_ABORTED' } },
        ],
      },
      {
        name: 'what the browser turned to HTTPS by itself',
        events: [
          page('/'),
          {
            ...image('http://cdn.example/a.png'),
            status: 307,
            responseHeaders: { location: 'https://cdn.example/a.png', 'non-authoritative-reason': 'HSTS' },
          },
        ],
      },
    ],
  },
  *check(subject) {
    const plain = subject.requests.filter(
      (request) => request.url.startsWith('http:') || request.url.startsWith('ws:'),
    );
    const wentOut = plain.filter(
      ({ host, status, error, fromCache, responseHeaders }) =>
        status !== null &&
        error === null &&
        !fromCache &&
        !isLoopback(host) &&
        !responseHeaders.some(({ name }) => name === 'non-authoritative-reason'),
    );
    const loaded = wentOut.filter(isLoaded);
    if (loaded.length > 0) {
      yield {
        message: 'An HTTPS page loads over plain HTTP: others can read and change what it gets.',
        // Who asked is the browser's word, or else what was told from the page around.
        confidence: loaded.some(({ initiator }) => initiator !== null) ? 'certain' : 'firm',
        ...seenOn(subject, loaded, ({ topLevelUrl }) => `on ${subject.show.url(topLevelUrl)}`, 'address'),
      };
    }
    const posted = wentOut.filter(
      (request) => isPosted(request) && siteOf(request.initiator ?? '') === subject.site,
    );
    if (posted.length > 0) {
      yield {
        message: 'An HTTPS page posts a form over plain HTTP: others can read and change what was typed.',
        ...seenOn(
          subject,
          posted,
          ({ initiator }) => `posted by ${subject.show.url(initiator ?? '')}`,
          'address',
        ),
      };
    }
  },
});

/** Not what an extension or the browser itself asks for. */
function isLoaded({ type, topLevelUrl, initiator }: RequestEntry): boolean {
  if (type === 'main_frame' || !topLevelUrl.startsWith('https:')) return false;
  return initiator === null ? type !== 'other' : initiator.startsWith('https:');
}

function isPosted({ type, method, initiator }: RequestEntry): boolean {
  return type === 'main_frame' && method === 'POST' && initiator?.startsWith('https:') === true;
}
