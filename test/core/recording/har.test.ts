import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/core/recording/fact.ts';
import { harToFacts } from '../../../src/core/recording/har/har-to-facts.ts';
import { recordHar } from '../../../src/core/recording/har/record-har.ts';
import { DIALECTS, type Dialect, type Exchange, HAR_T0, harLog } from '../../helpers/har-log.ts';

const SHOP = 'https://shop.example';
const session = (id: string) => `sid=${id}; Path=/; Secure; HttpOnly; SameSite=Lax`;

/** Anonymous visit, login with redirect, a call of the page's own. */
const LOGIN: readonly Exchange[] = [
  { url: `${SHOP}/login`, setCookie: [session('before'), 'lang=de; Expires=Wed, 09 Jun 2027 10:18:14 GMT'] },
  {
    url: `${SHOP}/login`,
    method: 'POST',
    cookie: 'sid=before; lang=de',
    body: 'user=anna&password=hunter2',
    requestHeaders: { Referer: `${SHOP}/login` },
    setCookie: [session('after')],
    location: '/account',
  },
  { url: `${SHOP}/account`, cookie: 'sid=after; lang=de', requestHeaders: { Referer: `${SHOP}/login` } },
  {
    url: `${SHOP}/api/me`,
    type: 'fetch',
    cookie: 'sid=after; lang=de',
    requestHeaders: { Referer: `${SHOP}/account` },
  },
];

const recordingOf = (dialect: Dialect, exchanges: readonly Exchange[]) =>
  recordHar(harLog(dialect, exchanges)).recording;
const factsOf = <K extends Fact['kind']>(har: unknown, kind: K) =>
  harToFacts(har).facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);

describe.each(DIALECTS)('a file of %s', (dialect) => {
  const { recording, warnings } = recordHar(harLog(dialect, LOGIN));
  const requests = [...recording.requests.values()];

  it('is read whole, in the times of its requests', () => {
    expect(warnings).toEqual({ skipped: [], count: 0 });
    expect(requests.map(({ at }) => at - HAR_T0)).toEqual([0, 1000, 2000, 3000]);
    expect(requests.every(({ respondedAt, at }) => respondedAt !== null && respondedAt >= at)).toBe(true);
  });

  it('keeps Set-Cookie lines apart, as written', () => {
    expect(requests.map(({ setCookies }) => setCookies.map(({ line }) => line))).toEqual([
      LOGIN[0]?.setCookie,
      LOGIN[1]?.setCookie,
      [],
      [],
    ]);
  });

  it('tells what was sent, and which cookies it was', () => {
    expect(requests.map(({ cookieHeader }) => cookieHeader)).toEqual([
      null,
      'sid=before; lang=de',
      'sid=after; lang=de',
      'sid=after; lang=de',
    ]);
    expect(requests.flatMap(({ sent }) => sent).every(({ cookie }) => cookie !== null)).toBe(true);
  });

  it('tells pages from calls, and the page a call belongs to', () => {
    expect(requests.map(({ type }) => type)).toEqual([
      'main_frame',
      'main_frame',
      'main_frame',
      'xmlhttprequest',
    ]);
    expect(requests[3]).toMatchObject({ topLevelUrl: `${SHOP}/account`, party: 'first', initiator: SHOP });
  });

  it('makes a redirect the next hop of its request', () => {
    expect(requests.map(({ key }) => key)).toEqual(['har-1/0', 'har-2/0', 'har-2/1', 'har-3/0']);
  });

  it('names the fields of a form, and keeps no value', () => {
    expect(requests[1]?.fields).toEqual({ format: 'form', names: ['user', 'password'] });
    expect(JSON.stringify(harToFacts(harLog(dialect, LOGIN)).facts)).not.toContain('hunter2');
  });

  it('shows navigations, and confirms cookies that are sent back', () => {
    const navigations = recording.moments.filter(({ kind }) => kind === 'navigation');
    expect(navigations.map((moment) => 'url' in moment && moment.url)).toEqual([
      `${SHOP}/login`,
      `${SHOP}/account`,
    ]);
    expect([...recording.setCookies.values()].map(({ confirmed }) => confirmed)).toEqual([true, true, true]);
  });

  it('is the same whatever the order of its entries', () => {
    const har = harLog(dialect, LOGIN);
    const turned = { log: { ...har.log, entries: [...(har.log.entries as unknown[])].reverse() } };
    expect(harToFacts(turned).facts).toEqual(harToFacts(har).facts);
  });
});

describe('whose rules', () => {
  it.each([
    ['firefox', 'firefox'],
    ['chrome', 'chromium'],
    ['safari', 'chromium'],
  ] as const)('a file of %s is judged by those of %s', (dialect, browser) => {
    expect(recordingOf(dialect, LOGIN).browser).toBe(browser);
  });

  it('may be said', () => {
    expect(recordHar(harLog('chrome', LOGIN), { browser: 'firefox' }).recording.browser).toBe('firefox');
  });
});

describe('Set-Cookie', () => {
  const linesOf = (response: unknown, creator = 'any') => {
    const request = { method: 'GET', url: `${SHOP}/`, headers: [], cookies: [] };
    const entry = { startedDateTime: '2026-05-04T10:00:00Z', time: 5, request, response };
    const har = { log: { creator: { name: creator }, entries: [entry] } };
    return factsOf(har, 'response').flatMap(({ setCookies }) => setCookies);
  };
  const header = (value: string) => ({ status: 200, headers: [{ name: 'Set-Cookie', value }], cookies: [] });

  it.each<[string, unknown, readonly string[]]>([
    ['joined by line feeds', header('a=1\nb=2; Path=/'), ['a=1', 'b=2; Path=/']],
    ['joined by line ends', header('a=1\r\nb=2'), ['a=1', 'b=2']],
    ['with a comma, and no list that tells of two', header('a=1, b=2'), ['a=1, b=2']],
    [
      'joined by commas, where the list beside it tells of two',
      {
        ...header('a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT, b=2'),
        cookies: [{ name: 'a' }, { name: 'b' }],
      },
      ['a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT', 'b=2'],
    ],
    [
      'in the list alone',
      {
        status: 200,
        headers: [],
        cookies: [
          {
            name: 'a',
            value: '1',
            path: '/x',
            domain: '.shop.example',
            expires: '2027-06-09T10:18:14.000Z',
            httpOnly: true,
            secure: true,
            sameSite: 'Lax',
          },
          { name: 'b', value: '2', domain: 'shop.example', expires: null },
        ],
      },
      [
        'a=1; Domain=shop.example; Path=/x; Expires=Wed, 09 Jun 2027 10:18:14 GMT; Secure; HttpOnly; SameSite=Lax',
        'b=2',
      ],
    ],
    ['in a list that smuggles', { status: 200, cookies: [{ name: 'a', value: '1; Domain=evil' }] }, []],
  ])('%s', (_, response, expected) => {
    expect(linesOf(response)).toEqual(expected);
  });

  it('of Safari is split at commas, but not within a date', () => {
    const joined = 'a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT; Path=/, b=2; HttpOnly';
    expect(linesOf(header(joined), 'WebKit Web Inspector')).toEqual([
      'a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT; Path=/',
      'b=2; HttpOnly',
    ]);
  });
});

describe('the Cookie header', () => {
  const cookieOf = (request: Record<string, unknown>) => {
    const entry = {
      startedDateTime: '2026-05-04T10:00:00Z',
      request: { method: 'GET', url: `${SHOP}/`, ...request },
    };
    return factsOf({ log: { entries: [entry] } }, 'sent').map(({ cookie }) => cookie);
  };
  it.each<[string, Record<string, unknown>, readonly (string | null)[]]>([
    ['as it is', { headers: [{ name: 'cookie', value: 'a=1; b=2' }] }, ['a=1; b=2']],
    [
      'in several (HTTP/2)',
      {
        headers: [
          { name: 'cookie', value: 'a=1' },
          { name: 'cookie', value: 'b=2' },
        ],
      },
      ['a=1; b=2'],
    ],
    [
      'from the list',
      {
        headers: [],
        cookies: [
          { name: 'a', value: '1' },
          { name: 'b', value: 2 },
        ],
      },
      ['a=1; b=2'],
    ],
    [
      'before the list',
      { headers: [{ name: 'Cookie', value: 'a=1' }], cookies: [{ name: 'z', value: '9' }] },
      ['a=1'],
    ],
    ['none sent', { headers: [{ name: 'Host', value: 'shop.example' }], cookies: [] }, [null]],
  ])('%s', (_, request, expected) => {
    expect(cookieOf(request)).toEqual(expected);
  });

  it('is unknown where no header of the request is in the file', () => {
    const entry = {
      startedDateTime: '2026-05-04T10:00:00Z',
      request: { method: 'GET', url: `${SHOP}/`, headers: [] },
      response: { status: 200 },
    };
    expect(factsOf({ log: { entries: [entry] } }, 'sent')).toEqual([]);
  });
});

describe('the body', () => {
  const fieldsOf = (postData: unknown) => {
    const request = { method: 'POST', url: `${SHOP}/login`, headers: [], postData };
    const entry = { startedDateTime: '2026-05-04T10:00:00Z', request };
    return factsOf({ log: { entries: [entry] } }, 'body').map(({ fields }) => fields);
  };
  it.each<[string, unknown, unknown]>([
    [
      'parameters alone (Charles)',
      { mimeType: 'x', params: [{ name: 'a', value: 's' }] },
      [{ format: 'form', names: ['a'] }],
    ],
    [
      'encoded parameter names',
      { params: [{ name: 'u%5Bp%5D', value: 's' }] },
      [{ format: 'form', names: ['u[p]'] }],
    ],
    ['text alone', { text: 'user=1&pass+word=2' }, [{ format: 'form', names: ['user', 'pass word'] }]],
    [
      'a form behind its headers (Firefox)',
      {
        text: 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\nuser=1&password=2',
      },
      [{ format: 'form', names: ['user', 'password'] }],
    ],
    [
      'nested JSON',
      { mimeType: 'application/json', text: '{"a":{"password":"s"}}' },
      [{ format: 'json', names: ['a.password'] }],
    ],
    [
      'JSON that a tool took for a form',
      { text: '{"a":"b=c"}', params: [{ name: '{"a":"b', value: 'c"}' }] },
      [{ format: 'json', names: ['a'] }],
    ],
    [
      'GraphQL',
      { text: '{"query":"mutation L { l }","variables":{"password":"s"}}' },
      [{ format: 'graphql', names: ['query', 'variables.password'] }],
    ],
    [
      'multipart',
      {
        mimeType: 'multipart/form-data',
        text: '--B\r\nContent-Disposition: form-data; name="pw"\r\n\r\ns\r\n--B--',
      },
      [{ format: 'multipart', names: ['pw'] }],
    ],
    [
      'multipart parameters',
      { mimeType: 'multipart/form-data; boundary=B', params: [{ name: 'pw' }] },
      [{ format: 'multipart', names: ['pw'] }],
    ],
    ['an upload', { text: `a=${'x'.repeat(70_000)}` }, []],
    ['nothing', { mimeType: '', text: '' }, []],
    ['something else', 'a=1', []],
  ])('%s', (_, postData, expected) => {
    expect(fieldsOf(postData)).toEqual(expected);
  });
});
