import { describe, expect, it } from 'vitest';
import { recordHar } from '../../../src/core/recording/har/record-har.ts';
import type { RequestEntry } from '../../../src/core/recording/recording.ts';
import { type Dialect, type Exchange, harLog } from '../../helpers/har-log.ts';

const SHOP = 'https://shop.example';
const ADS = 'https://ads.example';
const requestsOf = (dialect: Dialect, exchanges: readonly Exchange[]): RequestEntry[] => [
  ...recordHar(harLog(dialect, exchanges)).recording.requests.values(),
];
const page: Exchange = { url: `${SHOP}/` };
/** Headers that plain HTTP and older browsers lack. */
const bare = { 'Sec-Fetch-Dest': '', 'Sec-Fetch-Mode': '', 'Sec-Fetch-Site': '' };

describe('a frame', () => {
  const frame: Exchange = {
    url: `${ADS}/frame`,
    requestHeaders: { 'Sec-Fetch-Dest': 'iframe', 'Sec-Fetch-Site': 'cross-site', Referer: `${SHOP}/` },
    more: { _frameref: 'frame@2' },
  };
  const inFrame: Exchange = {
    url: `${ADS}/api`,
    type: 'fetch',
    requestHeaders: { Referer: `${ADS}/frame` },
    more: { _frameref: 'frame@2' },
  };

  it.each(['chrome', 'firefox', 'safari', 'playwright', 'charles', 'mitmproxy'] as const)(
    'of another site, and what it asks for, are third party under the page (%s)',
    (dialect) => {
      const requests = requestsOf(dialect, [page, frame, inFrame]);
      expect(requests.map(({ type }) => type)).toEqual(['main_frame', 'sub_frame', 'xmlhttprequest']);
      for (const request of requests.slice(1)) {
        expect(request).toMatchObject({ topLevelUrl: `${SHOP}/`, party: 'third' });
        expect(request.requestContext.context).toBe('cross-site');
        expect(request.hasCrossSiteAncestor).toBe(true);
      }
    },
  );

  it('of Chrome without Sec-Fetch-Dest is the second document of its page', () => {
    const plain: Exchange = { url: 'http://shop.example/', requestHeaders: bare };
    const har = harLog('chrome', [plain, { ...plain, url: 'http://shop.example/inner' }]);
    for (const entry of har.log.entries as { pageref: string }[]) entry.pageref = 'page_1';
    const requests = [...recordHar(har).recording.requests.values()];
    expect(requests.map(({ type }) => type)).toEqual(['main_frame', 'sub_frame']);
  });

  it('of Playwright without Sec-Fetch-Dest is told by its frame', () => {
    const plain: Exchange = { url: 'http://shop.example/', requestHeaders: bare };
    const inner = { ...plain, url: 'http://ads.example/', more: { _frameref: 'frame@2' } };
    const requests = requestsOf('playwright', [plain, inner, { ...plain, url: 'http://shop.example/next' }]);
    expect(requests.map(({ type }) => type)).toEqual(['main_frame', 'sub_frame', 'main_frame']);
  });
});

describe('a picture of another site', () => {
  it('is third party, asked for by the page', () => {
    const image: Exchange = {
      url: `${ADS}/pixel.gif`,
      type: 'image',
      mime: 'image/gif',
      requestHeaders: { 'Sec-Fetch-Dest': 'image', 'Sec-Fetch-Site': 'cross-site', Referer: `${SHOP}/` },
    };
    for (const dialect of ['chrome', 'firefox', 'mitmproxy'] as const)
      expect(requestsOf(dialect, [page, image])[1]).toMatchObject({
        type: 'image',
        party: 'third',
        initiator: SHOP,
        topLevelSite: 'shop.example',
      });
  });
});

describe('tabs', () => {
  it('of one Playwright file do not take each other’s requests', () => {
    const other = { more: { pageref: 'page@2', _frameref: 'frame@9' } };
    const requests = requestsOf('playwright', [
      page,
      { url: 'https://bank.example/', ...other },
      { url: `${SHOP}/api`, type: 'fetch' },
      { url: 'https://bank.example/api', type: 'fetch', ...other },
    ]);
    expect(requests.map(({ topLevelSite }) => topLevelSite)).toEqual([
      'shop.example',
      'bank.example',
      'shop.example',
      'bank.example',
    ]);
  });

  it('of a proxy are told by who asked', () => {
    const requests = requestsOf('mitmproxy', [
      page,
      { url: 'https://bank.example/' },
      { url: `${SHOP}/api`, type: 'fetch', requestHeaders: { Referer: `${SHOP}/` } },
      { url: 'https://update.example/check', type: 'fetch', requestHeaders: bare },
    ]);
    expect(requests.map(({ topLevelSite }) => topLevelSite)).toEqual([
      'shop.example',
      'bank.example',
      'shop.example',
      'update.example',
    ]);
  });
});

describe('a request', () => {
  it('of a service worker belongs to no frame, and to the worker’s site', () => {
    const worker: Exchange = {
      url: `${SHOP}/sync`,
      type: 'fetch',
      requestHeaders: { Referer: `${SHOP}/worker.js` },
      more: { _frameref: undefined, pageref: undefined, _serviceWorkerRef: 'service-worker@1' },
    };
    expect(requestsOf('playwright', [page, worker])[1]).toMatchObject({
      frameId: -1,
      topLevelSite: 'shop.example',
    });
  });

  it('of the page before, that began late, stays with it', () => {
    const requests = requestsOf('chrome', [
      { url: `${SHOP}/one` },
      { url: 'https://bank.example/' },
      { url: `${SHOP}/beacon`, type: 'ping', requestHeaders: { Referer: `${SHOP}/one` } },
    ]);
    expect(requests[2]).toMatchObject({ type: 'ping', topLevelUrl: `${SHOP}/one` });
  });

  it('that began before the recording did knows its page by the file’s list', () => {
    const har = harLog('chrome', [{ url: `${ADS}/x`, type: 'image', requestHeaders: bare }]);
    har.log.pages = [
      { startedDateTime: '2026-05-04T09:00:00Z', id: 'page_0', title: `${SHOP}/cart`, pageTimings: {} },
    ];
    const [request] = recordHar(har).recording.requests.values();
    expect(request).toMatchObject({ topLevelUrl: `${SHOP}/cart`, party: 'third' });
  });

  it.each<[string, Partial<Exchange>, string]>([
    ['a script', { type: 'script' }, 'script'],
    ['a socket', { url: 'wss://shop.example/socket', type: 'websocket' }, 'websocket'],
    ['a preflight', { method: 'OPTIONS', type: 'preflight' }, 'xmlhttprequest'],
    ['a report', { type: 'csp-violation-report' }, 'csp_report'],
    ['an icon', { type: 'other', mime: 'image/png', requestHeaders: bare }, 'image'],
    ['what has a name of the language’s own', { type: 'constructor' }, 'other'],
  ])('for %s', (_, exchange, type) => {
    expect(requestsOf('chrome', [page, { url: `${SHOP}/x`, ...exchange }])[1]?.type).toBe(type);
  });

  it.each<[string, Partial<Exchange>, string]>([
    ['a page by what it accepts', { requestHeaders: { ...bare, Accept: 'text/html,*/*' } }, 'main_frame'],
    [
      'a page by what it gets',
      { requestHeaders: { ...bare, Accept: '', 'Upgrade-Insecure-Requests': '1' } },
      'main_frame',
    ],
    [
      'a call by its header',
      { type: 'xhr', requestHeaders: { ...bare, 'X-Requested-With': 'XMLHttpRequest' } },
      'xmlhttprequest',
    ],
    ['a style sheet', { type: 'xhr', mime: 'text/css', requestHeaders: bare }, 'stylesheet'],
    ['JSON', { type: 'xhr', requestHeaders: bare }, 'xmlhttprequest'],
  ])('that tells nothing of itself: %s', (_, exchange, type) => {
    expect(requestsOf('charles', [page, { url: `${SHOP}/x`, ...exchange }])[1]?.type).toBe(type);
  });
});

describe('hops', () => {
  const keys = (exchanges: readonly Exchange[]) => requestsOf('chrome', exchanges).map(({ key }) => key);

  it('go across sites, by relative and absolute addresses', () => {
    expect(
      keys([
        { url: `${SHOP}/go`, location: `${ADS}/a`, at: 0 },
        { url: `${ADS}/a`, location: '/b', at: 60 },
        { url: `${ADS}/b`, at: 120 },
      ]),
    ).toEqual(['har-1/0', 'har-1/1', 'har-1/2']);
  });

  it('of a login keep their method, or become GET, as browsers do', () => {
    const post: Exchange = { url: `${SHOP}/a`, method: 'POST', location: '/b', at: 0 };
    expect(
      keys([
        { ...post, status: 307 },
        { url: `${SHOP}/b`, at: 60 },
      ]),
    ).toEqual(['har-1/0', 'har-2/0']);
    expect(
      keys([
        { ...post, status: 307 },
        { url: `${SHOP}/b`, method: 'POST', at: 60 },
      ]),
    ).toEqual(['har-1/0', 'har-1/1']);
    expect(
      keys([
        { ...post, status: 303 },
        { url: `${SHOP}/b`, at: 60 },
      ]),
    ).toEqual(['har-1/0', 'har-1/1']);
  });

  it('may lead back to where they came from', () => {
    const same = { url: `${SHOP}/`, location: '/' };
    expect(
      keys([
        { ...same, at: 0 },
        { ...same, at: 60 },
        { url: `${SHOP}/`, at: 120 },
      ]),
    ).toEqual(['har-1/0', 'har-1/1', 'har-1/2']);
  });

  it('are not what comes much later, or before', () => {
    expect(
      keys([
        { url: `${SHOP}/b`, at: 0 },
        { url: `${SHOP}/a`, location: '/b', at: 1000 },
      ]),
    ).toEqual(['har-1/0', 'har-2/0']);
    expect(
      keys([
        { url: `${SHOP}/a`, location: '/b', at: 0 },
        { url: `${SHOP}/b`, at: 90_000 },
      ]),
    ).toEqual(['har-1/0', 'har-2/0']);
  });

  it('are the second try after a 401, with a password', () => {
    const url = `${SHOP}/private`;
    const challenge = { url, status: 401, responseHeaders: { 'WWW-Authenticate': 'Basic realm="x"' } };
    expect(keys([challenge, { url, requestHeaders: { Authorization: 'Basic c2VjcmV0' } }])).toEqual([
      'har-1/0',
      'har-1/1',
    ]);
    expect(keys([challenge, { url }])).toEqual(['har-1/0', 'har-2/0']);
  });
});
