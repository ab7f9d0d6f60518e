/** Sites that do nothing wrong: what rules say of them above `info` is a false alarm. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit.ts';
import { selectResponseHeaders } from '../../../src/core/recording/headers.ts';
import { EXAMPLE_START, type ExampleEvent, type Exchange } from '../../../src/core/rules/example.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { recordingOfEvents } from '../../helpers/recording.ts';
import { type Answer, createVisitor } from '../../helpers/visitor.ts';
import { type Sites, startSites } from '../../sites/start.ts';
import { DEMO_PASSWORD, DEMO_USER } from '../../sites/users.ts';

const JUDGED = new Set([
  'missing-csrf-token',
  'state-change-by-get',
  'cacheable-set-cookie',
  'cacheable-private-page',
  'missing-hsts',
  'weak-hsts',
  'missing-csp',
  'weak-csp',
  'missing-frame-protection',
  'missing-content-type-options',
  'leaky-referrer-policy',
  'permissive-cors',
  'mixed-content',
  'missing-https-redirect',
  'missing-clear-site-data',
]);
const judged = rules.filter(({ id }) => JUDGED.has(id));

function alarms(...events: readonly ExampleEvent[]): readonly string[] {
  const { sites } = audit(recordingOfEvents(...events), {
    now: EXAMPLE_START + 600_000,
    source: 'browser',
    rules: judged,
  });
  expect(sites.flatMap(({ failed = [] }) => failed)).toEqual([]);
  return sites.flatMap(({ findings }) =>
    findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ rule, severity, evidence }) => `${rule} ${severity}: ${evidence[0]}`),
  );
}

const SHOP = 'https://shop.example';
const HTML = {
  'content-type': 'text/html',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
};
const SAFE = {
  ...HTML,
  'content-security-policy': "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};
const JSON_SAFE = {
  'content-type': 'application/json',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};
const SESSION = 'sid=31d4d96e407aad42a7c1';
const LINE = `${SESSION}; Path=/; HttpOnly; Secure; SameSite=None`;
const at = (path: string, headers: Record<string, string>, more: Exchange = {}): Exchange => ({
  url: path.startsWith('http') ? path : SHOP + path,
  responseHeaders: headers,
  ...more,
});
const call = (path: string, more: Exchange = {}): Exchange =>
  at(path, JSON_SAFE, { type: 'xmlhttprequest', initiator: SHOP, ...more });
const asset = (path: string, type: 'image' | 'script' | 'stylesheet' | 'font'): Exchange =>
  at(
    path,
    { 'content-type': `${type}/x`, 'cache-control': 'public, max-age=31536000, immutable' },
    { type, initiator: SHOP },
  );
const post = (path: string, fields: readonly string[], more: Exchange = {}): Exchange => ({
  url: SHOP + path,
  method: 'POST',
  cookie: SESSION,
  initiator: SHOP,
  fields,
  status: 303,
  responseHeaders: { location: '/account' },
  ...more,
});
const LOGIN = post('/login', ['username', 'password', '_csrf'], { cookie: 'theme=dark', setCookie: [LINE] });

describe('an innocent site', () => {
  it.each<[string, ExampleEvent[]]>([
    [
      'a brochure that counts its visitors',
      [
        at('/', HTML, { setCookie: ['_ga=GA1.1.1.2; Max-Age=63072000; Secure', 'consent=yes; Secure'] }),
        at(
          '/about',
          { ...HTML, 'cache-control': 'public, max-age=600' },
          { cookie: '_ga=GA1.1.1.2; consent=yes' },
        ),
        asset('/logo.png', 'image'),
        asset('https://fonts.example/a.woff2', 'font'),
        at(
          'https://stats.example/collect',
          { 'access-control-allow-origin': SHOP, 'access-control-allow-credentials': 'true' },
          { type: 'ping', method: 'POST', initiator: SHOP, requestHeaders: { origin: SHOP } },
        ),
      ],
    ],
    [
      'a shop with tokens in its forms',
      [
        { url: 'http://shop.example/', status: 301, responseHeaders: { location: `${SHOP}/` } },
        at('/', SAFE),
        at('/login', SAFE),
        LOGIN,
        at('/account', SAFE, { cookie: SESSION }),
        post('/account/email', ['email', 'authenticity_token']),
        post('/search', ['q']),
        at(
          '/me.png',
          { 'content-type': 'image/png', 'cache-control': 'private, max-age=60' },
          { type: 'image', cookie: SESSION },
        ),
        at('/account', SAFE, { cookie: SESSION, status: 304 }),
        at('/nothing', { 'content-type': 'text/html' }, { cookie: SESSION, status: 404 }),
        post('/logout', ['_csrf'], { setCookie: ['sid=; Path=/; Secure; Max-Age=0'] }),
      ],
    ],
    [
      'an application of one page, with a token in a header',
      [
        at('/', { ...SAFE, 'cache-control': 'no-cache' }),
        call('/api/login', {
          method: 'POST',
          fields: ['user', 'password'],
          requestHeaders: { 'content-type': 'application/json' },
          setCookie: [LINE],
        }),
        call('/api/me', { cookie: SESSION, requestHeaders: { authorization: 'Bearer' } }),
        call('/api/items', {
          method: 'POST',
          cookie: SESSION,
          fields: ['name'],
          requestHeaders: { authorization: 'Bearer' },
        }),
        call('/api/items/1', { method: 'PATCH', cookie: SESSION, fields: ['name'] }),
        call('/api/items/1', { method: 'DELETE', cookie: SESSION }),
        call('/api/items', {
          method: 'POST',
          cookie: SESSION,
          fields: ['name'],
          requestHeaders: { 'content-type': 'application/json' },
        }),
        call('/api/form', {
          method: 'POST',
          cookie: SESSION,
          fields: ['name'],
          requestHeaders: { 'x-csrftoken': '' },
        }),
      ],
    ],
    [
      'one whose API stands on a host of its own, open to its partner',
      [
        at('/', SAFE),
        ...[SHOP, 'https://www.shop.example', 'https://partner.example'].map((origin) =>
          at(
            'https://api.shop.example/prices',
            {
              ...JSON_SAFE,
              'access-control-allow-origin': origin,
              'access-control-allow-credentials': 'true',
            },
            { type: 'xmlhttprequest', initiator: origin, requestHeaders: { origin } },
          ),
        ),
        at(
          'https://cdn.shop.example/a.json',
          { ...JSON_SAFE, 'access-control-allow-origin': '*' },
          { type: 'xmlhttprequest', initiator: SHOP },
        ),
      ],
    ],
    [
      'one that logs in elsewhere',
      [
        at('/', SAFE),
        { url: `${SHOP}/login`, status: 302, responseHeaders: { location: 'https://idp.example/authorize' } },
        at('https://idp.example/authorize?state=8a1bc2d3e4f5', { ...SAFE, 'x-frame-options': 'DENY' }),
        {
          url: `${SHOP}/callback?code=4f9b21c07de1a3&state=8a1bc2d3e4f5`,
          status: 302,
          initiator: 'https://idp.example',
          setCookie: [LINE],
          responseHeaders: { location: '/account', 'cache-control': 'no-store' },
        },
        at('/account', SAFE, { cookie: SESSION }),
        {
          url: `${SHOP}/saml/acs`,
          method: 'POST',
          initiator: 'https://idp.example',
          fields: ['SAMLResponse', 'RelayState'],
          cookie: SESSION,
          status: 303,
          setCookie: [LINE],
          responseHeaders: { location: '/account' },
        },
      ],
    ],
    [
      'what somebody develops at home',
      [
        { url: 'http://localhost:3000/', responseHeaders: { 'content-type': 'text/html' } },
        {
          url: 'http://localhost:3000/a.js',
          type: 'script',
          responseHeaders: { 'content-type': 'text/javascript' },
        },
        { url: 'ws://localhost:3000/hot', type: 'websocket', status: 101 },
        {
          url: 'http://127.0.0.1:9000/api',
          type: 'xmlhttprequest',
          initiator: 'http://localhost:3000',
          responseHeaders: JSON_SAFE,
        },
      ],
    ],
    [
      'a HAR file that holds no headers',
      [
        { url: `${SHOP}/` },
        { url: `${SHOP}/login`, method: 'POST', status: 200 },
        { url: `${SHOP}/account` },
      ],
    ],
  ])('%s', (_, events) => {
    expect(alarms(...events)).toEqual([]);
  });

  it('is not what silences these tests: the same shop without its headers and tokens is', () => {
    const bare = { 'content-type': 'text/html' };
    const found = alarms(
      at('/', bare),
      LOGIN,
      at('/account', bare, { cookie: SESSION }),
      post('/account/email', ['email']),
      at('http://shop.example/old', bare),
    );
    expect(found.map((alarm) => alarm.split(' ')[0])).toEqual([
      'missing-csrf-token',
      'missing-https-redirect',
      'missing-hsts',
      'missing-csp',
      'cacheable-private-page',
      'missing-frame-protection',
    ]);
  });
});

describe('the sound demo site', () => {
  let sites: Sites;
  beforeAll(async () => {
    sites = await startSites();
  });
  afterAll(() => sites.close());

  it('gives no alarm from the first visit to the logout', async () => {
    const { https, http } = sites.sound;
    const visitor = createVisitor();
    const events: Exchange[] = [];
    const cookies = () => [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const get = async (url: string) => {
      const cookie = cookies();
      const answer = await visitor.get(url);
      events.push(exchange(url, cookie, answer));
      return answer;
    };
    const submit = async (path: string, fields: Record<string, string>, form: Answer) => {
      const cookie = cookies();
      const answer = await visitor.post(https + path, fields, form);
      const names = [...form.body.matchAll(/<input type="hidden" name="([^"]*)"/g)].flatMap(
        ([, name]) => name ?? [],
      );
      const sent = { method: 'POST', initiator: https, fields: [...names, ...Object.keys(fields)] };
      events.push({ ...exchange(https + path, cookie, answer), ...sent });
      return answer;
    };
    await get(`${http}/`);
    await get(`${https}/`);
    const form = await get(`${https}/login`);
    await submit('/login', { username: DEMO_USER, password: DEMO_PASSWORD }, form);
    const account = await get(`${https}/account`);
    await submit('/account/email', { email: 'new@example.com', current_password: DEMO_PASSWORD }, account);
    const session = await get(`${https}/session`);
    await submit('/theme', {}, session);
    await submit('/logout', {}, session);
    await get(`${https}/signed-out`);
    expect(events.map(({ status }) => status)).toEqual([308, 200, 200, 303, 200, 303, 200, 303, 303, 200]);
    expect(alarms(...events)).toEqual([]);
  });
});

function exchange(url: string, cookie: string, answer: Answer): Exchange {
  const { headers } = selectResponseHeaders(answer.headers.map(([name, value]) => ({ name, value })));
  return {
    url,
    status: answer.status,
    setCookie: answer.setCookie,
    responseHeaders: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
    ...(cookie === '' ? {} : { cookie }),
  };
}
