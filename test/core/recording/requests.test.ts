import { describe, expect, it } from 'vitest';
import { body, nav, recordingOf, response, sent, subresource, T0 } from './facts.ts';

const PAGE = 'https://shop.example/';
const urls = (recording: ReturnType<typeof recordingOf>) =>
  [...recording.requests.values()].map(({ hop, url, status }) => ({ hop, url, status }));

describe('requests', () => {
  it('joins body, sent and response into one hop', () => {
    const recording = recordingOf(
      body(PAGE, { method: 'POST' }),
      sent(PAGE, 'sid=1; theme=dark', { method: 'POST' }),
      response(PAGE, [], { method: 'POST' }),
    );
    const [request, ...others] = recording.requests.values();
    expect(others).toEqual([]);
    expect(request).toMatchObject({
      key: 'r1/0',
      hop: 0,
      seq: 2,
      fields: { format: 'form', names: ['user', 'password'] },
      headersSeen: true,
      cookieHeader: 'sid=1; theme=dark',
      cookieBytes: 17,
      status: 200,
      respondedAt: T0 + 20,
      error: null,
    });
  });

  it('counts octets, not characters, of Cookie header and Set-Cookie lines', () => {
    const recording = recordingOf(sent(PAGE, 'a=é'), response(PAGE, ['b=é', 'c=1']));
    expect([...recording.requests.values()][0]).toMatchObject({ cookieBytes: 4, setCookieBytes: 7 });
  });

  it('makes a hop of each redirect under one requestId', () => {
    const recording = recordingOf(
      sent(PAGE, null),
      response(PAGE, ['a=1'], { status: 302 }),
      sent('https://shop.example/next', 'a=1'),
      response('https://shop.example/next', [], { status: 303 }),
      sent('https://other.example/', null),
      response('https://other.example/', []),
    );
    expect(urls(recording)).toEqual([
      { hop: 0, url: PAGE, status: 302 },
      { hop: 1, url: 'https://shop.example/next', status: 303 },
      { hop: 2, url: 'https://other.example/', status: 200 },
    ]);
  });

  it('makes a hop of an authentication retry', () => {
    const recording = recordingOf(
      sent(PAGE, null),
      response(PAGE, [], { status: 401 }),
      sent(PAGE, null),
      response(PAGE, []),
    );
    expect(urls(recording).map(({ status }) => status)).toEqual([401, 200]);
  });

  it('makes a hop of a redirect that had no response (HSTS)', () => {
    const recording = recordingOf(
      body('http://shop.example/'),
      body(PAGE),
      sent(PAGE, null),
      response(PAGE, ['a=1']),
    );
    expect(urls(recording)).toEqual([
      { hop: 0, url: 'http://shop.example/', status: null },
      { hop: 1, url: PAGE, status: 200 },
    ]);
  });

  it('takes a response whose request was not listened to', () => {
    const recording = recordingOf(response(PAGE, ['a=1']));
    expect([...recording.requests.values()][0]).toMatchObject({
      headersSeen: false,
      cookieHeader: null,
      status: 200,
    });
  });

  it('tells a request without cookies from one whose headers were not seen', () => {
    const recording = recordingOf(sent(PAGE, null));
    expect([...recording.requests.values()][0]).toMatchObject({
      headersSeen: true,
      cookieHeader: null,
      sent: [],
    });
  });

  it.each([
    ['before its response', [sent(PAGE, null)]],
    ['after its response', [sent(PAGE, null), response(PAGE)]],
  ])('notes a failure %s', (_, before) => {
    const recording = recordingOf(...before, {
      kind: 'failed',
      at: T0,
      requestId: 'r1',
      error: 'net::ERR_ABORTED',
    });
    expect([...recording.requests.values()].map(({ error }) => error)).toEqual(['net::ERR_ABORTED']);
  });

  it('begins a new hop after a failure', () => {
    const failed = { kind: 'failed', at: T0, requestId: 'r1', error: 'net::ERR_CONNECTION_RESET' } as const;
    const recording = recordingOf(sent(PAGE, null), failed, sent(PAGE, null), response(PAGE));
    expect([...recording.requests.keys()]).toEqual(['r1/0', 'r1/1']);
  });

  it('ignores the failure of a request nobody knows', () => {
    const recording = recordingOf({ kind: 'failed', at: T0, requestId: 'unknown', error: 'x' });
    expect(recording.requests.size).toBe(0);
  });

  it('keeps what only some requests have', () => {
    const recording = recordingOf(
      nav(PAGE),
      response('https://shop.example/a', [], {
        ...subresource,
        frameId: -1,
        initiator: 'https://shop.example',
        attributed: true,
        fromCache: true,
        lifecycle: 'prerender',
        documentId: 'D1',
      }),
    );
    expect([...recording.requests.values()][0]).toMatchObject({
      attributed: true,
      fromCache: true,
      lifecycle: 'prerender',
      documentId: 'D1',
      initiator: 'https://shop.example',
    });
  });
});

describe('sites and party', () => {
  it.each([
    ['https://shop.example/', { https: true, http: false }],
    ['http://shop.example/', { https: false, http: true }],
    ['wss://shop.example/socket', { https: true, http: false }],
    ['ws://shop.example/socket', { https: false, http: true }],
  ])('sees the site of %s', (url, flags) => {
    const recording = recordingOf(response(url, [], { ...subresource, type: 'websocket' }));
    expect([...recording.sites.values()]).toMatchObject([{ site: 'shop.example', ...flags }]);
  });

  it.each([
    'about:blank',
    'chrome://newtab/',
    'chrome-extension://abcdefghijklmnop/panel.html',
    'file:///etc/passwd',
    'data:text/html,x',
    'blob:https://shop.example/1234',
    'not a url',
    '',
  ])('sees no site in %j', (url) => {
    expect(recordingOf(nav(url)).sites.size).toBe(0);
  });

  it('knows the page’s own sites from those embedded', () => {
    const recording = recordingOf(
      nav(PAGE),
      response('https://cdn.other.example/x.js', [], { requestId: 'r2', ...subresource }),
    );
    expect([...recording.sites.values()].map(({ site, topLevel }) => [site, topLevel])).toEqual([
      ['shop.example', true],
      ['other.example', false],
    ]);
  });

  it('keeps visited sites and forgets the oldest of the others past two thousand', () => {
    const facts = Array.from({ length: 2100 }, (_, index) =>
      response(`https://h${index}.example/`, [], { requestId: `q${index}`, ...subresource }),
    );
    const recording = recordingOf(nav(PAGE), ...facts);
    expect(recording.sites.size).toBe(2000);
    expect(recording.sites.has('shop.example' as never)).toBe(true);
    expect(recording.sites.has('h0.example' as never)).toBe(false);
    expect(recording.sites.has('h2099.example' as never)).toBe(true);
  });

  it.each([
    ['https://api.shop.example/', 'first'],
    ['http://shop.example/', 'first'],
    ['https://tracker.example/', 'third'],
    ['https://alice.github.io/', 'third'],
  ] as const)('calls %s the %s party of a page', (url, party) => {
    const recording = recordingOf(nav(PAGE), response(url, [], subresource));
    expect([...recording.requests.values()][0]?.party).toBe(party);
  });

  it('takes a main frame load as its own page', () => {
    const recording = recordingOf(
      nav(PAGE),
      response('https://other.example/', [], { initiator: 'https://shop.example' }),
    );
    expect([...recording.requests.values()][0]).toMatchObject({
      topLevelUrl: 'https://other.example/',
      topLevelSite: 'other.example',
      party: 'first',
      hasCrossSiteAncestor: false,
    });
  });
});
