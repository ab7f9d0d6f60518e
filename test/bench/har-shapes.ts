/**
 * HAR files of an ordinary day in a shop, in the shapes that tools write: what `JSON.parse` costs differs by far more
 * than what the audit costs, so one file alone proves little.
 */
import { type Dialect, type Exchange, harLog } from '../helpers/har-log.ts';

export type HarShape = {
  readonly name: string;
  make(entries: number): string;
};

/** Entries of one page, its own load first. */
const PARTS = 25;
/** Pages between two logins. */
const VISIT = 40;

export const harShapes: readonly HarShape[] = [
  { name: 'Chrome, bodies', make: (count) => text('chrome', count, FULL, withBodies) },
  { name: 'Chrome, 20 cookies, logins', make: (count) => text('chrome', count, MANY, withCookies) },
  { name: 'Playwright, no bodies', make: (count) => text('playwright', count, FULL, withoutBodies) },
  // The smallest that still has cookies: few headers, nothing beside what HAR 1.2 asks for.
  { name: 'Chrome, lean', make: (count) => text('chrome', count, LEAN, (entry) => entry) },
];

type Entry = Record<string, unknown> & {
  readonly request: Record<string, unknown> & { readonly cookies: readonly { readonly name: string }[] };
  readonly response: Record<string, unknown> & { readonly content: Record<string, unknown> };
};

function text(dialect: Dialect, count: number, scene: Scene, finish: (entry: Entry, index: number) => Entry) {
  const har = harLog(
    dialect,
    Array.from({ length: count }, (_, index) => exchangeOf(index, scene)),
  );
  const entries = (har.log.entries as Entry[]).map(finish);
  return JSON.stringify({ log: { ...har.log, entries } });
}

type Scene = {
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Cookies beside the session's. */
  readonly cookies: number;
};

/** What every request of a browser carries. */
const LIKE_CHROME = {
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'en-US,en;q=0.9',
  'User-Agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'sec-ch-ua': '"Not:A-Brand";v="8", "Chromium";v="156"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Linux"',
};

const LIKE_NGINX = {
  'cache-control': 'no-cache, private',
  'content-encoding': 'br',
  'content-security-policy':
    "default-src 'self'; script-src 'self' https://cdn.shop.example; object-src 'none'",
  date: 'Mon, 04 May 2026 10:00:00 GMT',
  etag: 'W/"5f3c-18c2a5b7d40"',
  'referrer-policy': 'strict-origin-when-cross-origin',
  server: 'nginx',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  vary: 'Accept-Encoding, Cookie',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'x-request-id': '7f2d9b1e-4c57-4d0c-9b53-1c5b0f5d7a11',
};

const LEAN: Scene = { requestHeaders: LIKE_CHROME, responseHeaders: {}, cookies: 3 };
const FULL: Scene = {
  requestHeaders: { ...LIKE_CHROME, 'cache-control': 'no-cache', pragma: 'no-cache', priority: 'u=1, i' },
  responseHeaders: LIKE_NGINX,
  cookies: 5,
};
const MANY: Scene = { ...FULL, cookies: 20 };

function exchangeOf(index: number, { requestHeaders, responseHeaders, cookies }: Scene): Exchange {
  const page = Math.floor(index / PARTS);
  const part = index % PARTS;
  const at = page * 5000 + part * 20;
  const url = `https://www.shop.example/page/${page}`;
  const headers = { ...requestHeaders, ...(part === 0 ? {} : { Referer: url }) };
  if (part === 0) {
    const isLogin = page % VISIT === VISIT / 2;
    return {
      url: isLogin ? 'https://www.shop.example/login' : url,
      at,
      cookie: cookieOf(index, cookies, isLogin),
      setCookie: [`sid=${sessionOf(index)}; Path=/; Secure; HttpOnly; SameSite=Lax`],
      requestHeaders: headers,
      responseHeaders,
      ...(isLogin
        ? { method: 'POST', body: 'user=a&password=b', location: 'https://www.shop.example/account' }
        : {}),
    };
  }
  if (part % 5 === 0)
    return {
      url: `https://ads.example/pixel?n=${index}`,
      at,
      type: 'image',
      mime: 'image/gif',
      cookie: `uid=${page}`,
      requestHeaders: { ...headers, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'image' },
      responseHeaders,
      setCookie: [`uid=${page}; Path=/; Secure; SameSite=None; Max-Age=31536000`],
    };
  return {
    url: `https://www.shop.example/api/item/${index}`,
    at,
    type: 'fetch',
    cookie: cookieOf(index, cookies, false),
    requestHeaders: headers,
    responseHeaders,
  };
}

/** New at each login. */
function sessionOf(index: number): string {
  return hexOf(Math.floor(index / PARTS / VISIT + 0.5));
}

function cookieOf(index: number, others: number, isLogin: boolean): string {
  const page = Math.floor(index / PARTS);
  const named = ['theme=dark', `_ga=GA1.2.1234.${Math.floor(page / VISIT)}`, `cart=items%3A${page % 7}`];
  for (let more = named.length; more < others; more++) named.push(`pref_${more}=${hexOf(more).slice(0, 20)}`);
  return [`sid=${isLogin ? hexOf(Math.floor(page / VISIT - 0.5)) : sessionOf(index)}`, ...named].join('; ');
}

const hexOf = (seed: number) => ((seed + 1) * 2_654_435_761).toString(16).padStart(32, '7');

/** What DevTools write beside HAR 1.2's own. */
function ofDevTools(entry: Entry, index: number): Entry {
  return {
    ...entry,
    _connectionId: `${1000 + (index % 40)}`,
    connection: '443',
    serverIPAddress: '203.0.113.7',
    response: { ...entry.response, _transferSize: 1234, _error: null, _fetchedViaServiceWorker: false },
  };
}

function withCookies(entry: Entry, index: number): Entry {
  const told = { path: '/', domain: '.shop.example', expires: '2027-05-04T10:00:00.000Z' };
  const { request } = entry;
  const cookies = request.cookies.map((cookie) => ({
    ...cookie,
    ...(cookie.name === 'sid' || cookie.name === 'uid' ? { path: '/', domain: 'www.shop.example' } : told),
    httpOnly: cookie.name === 'sid',
    secure: true,
    sameSite: 'Lax',
  }));
  return ofDevTools({ ...entry, request: { ...request, cookies } }, index);
}

const BODY = `{"items":[${Array.from({ length: 20 }, (_, item) => `{"id":${item},"name":"A thing","price":1999}`).join(',')}]}`;

function withBodies(entry: Entry, index: number): Entry {
  const { response } = entry;
  const body = entry._resourceType === 'document' ? BODY.repeat(10) : BODY;
  const content = { ...response.content, size: body.length, text: body };
  return withCookies({ ...entry, response: { ...response, content } }, index);
}

/** `recordHar: { content: 'omit' }`. */
function withoutBodies(entry: Entry): Entry {
  const { response } = entry;
  return {
    ...entry,
    serverIPAddress: '203.0.113.7',
    _serverPort: 443,
    _securityDetails: {
      protocol: 'TLS 1.3',
      subjectName: '*.shop.example',
      issuer: 'CA',
      validFrom: 1,
      validTo: 2,
    },
    response: {
      ...response,
      content: { size: 912, mimeType: response.content.mimeType, compression: 0 },
      _transferSize: 1234,
    },
  };
}
