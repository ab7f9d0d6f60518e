/** HAR files in the dialects of the tools that write them, made of what a test wants to say. */

export const HAR_T0 = Date.parse('2026-05-04T10:00:00.000Z');

export type Exchange = {
  readonly url: string;
  readonly method?: string;
  /** Milliseconds after the file's beginning; default: 1,000 after the one before. */
  readonly at?: number;
  readonly status?: number;
  readonly cookie?: string;
  readonly setCookie?: readonly string[];
  readonly location?: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly responseHeaders?: Readonly<Record<string, string>>;
  /** A urlencoded form, JSON, or whatever `requestHeaders` says. */
  readonly body?: string;
  /** Chrome's word; default 'document'. */
  readonly type?: string;
  readonly mime?: string;
  /** More of the entry, in the dialect's own words. */
  readonly more?: Readonly<Record<string, unknown>>;
};

export type Dialect =
  | 'chrome'
  | 'chrome-sanitised'
  | 'firefox'
  | 'safari'
  | 'playwright'
  | 'charles'
  | 'mitmproxy';
export const DIALECTS = ['chrome', 'firefox', 'safari', 'playwright', 'charles', 'mitmproxy'] as const;

type Item = { readonly name: string; readonly value: string };
type Entry = Readonly<Record<string, unknown>>;

const CREATORS: Readonly<Record<Dialect, string>> = {
  chrome: 'WebInspector',
  'chrome-sanitised': 'WebInspector',
  firefox: 'Firefox',
  safari: 'WebKit Web Inspector',
  playwright: 'Playwright',
  charles: 'Charles Proxy',
  mitmproxy: 'mitmproxy',
};

export function harLog(dialect: Dialect, exchanges: readonly Exchange[]): { log: Record<string, unknown> } {
  let page = 0;
  const entries = exchanges.map((exchange, index) => {
    const isLoad = (exchange.type ?? 'document') === 'document';
    const isFollowing = exchanges[index - 1]?.location !== undefined;
    if (isLoad && !isFollowing && destination(exchange) === 'document') page += 1;
    return entryOf(dialect, exchange, HAR_T0 + (exchange.at ?? index * 1000), page);
  });
  const pages = exchanges.length === 0 ? [] : pagesOf(dialect, page, exchanges[0]?.url ?? '');
  const creator = { name: CREATORS[dialect], version: '1.0' };
  const browser = dialect === 'firefox' ? { browser: { name: 'Firefox', version: '153.0' } } : {};
  return {
    log: { version: '1.2', creator, ...browser, ...(dialect === 'charles' ? {} : { pages }), entries },
  };
}

function pagesOf(dialect: Dialect, count: number, title: string) {
  const page = (id: string) => ({ startedDateTime: stamp(dialect, HAR_T0), id, title, pageTimings: {} });
  if (dialect === 'mitmproxy') return [];
  if (dialect === 'playwright') return [page('page@1')];
  if (dialect === 'safari') return [page('page_0')];
  return Array.from({ length: count }, (_, index) => page(`page_${index + 1}`));
}

function destination({ type = 'document', requestHeaders }: Exchange): string {
  return requestHeaders?.['Sec-Fetch-Dest'] ?? (type === 'document' ? 'document' : 'empty');
}

function stamp(dialect: Dialect, at: number): string {
  const iso = new Date(at).toISOString();
  if (dialect === 'mitmproxy') return iso.replace('Z', '000+00:00');
  // Firefox and Charles write the time of the place.
  if (dialect === 'firefox' || dialect === 'charles')
    return new Date(at + 7_200_000).toISOString().replace('Z', '+02:00');
  return iso;
}

function entryOf(dialect: Dialect, exchange: Exchange, at: number, page: number): Entry {
  const { type = 'document', more = {} } = exchange;
  const base = {
    startedDateTime: stamp(dialect, at),
    time: 50,
    request: requestOf(dialect, exchange),
    response: responseOf(dialect, exchange),
    cache: {},
    timings: { blocked: 2, dns: -1, connect: -1, ssl: -1, send: 1, wait: 30, receive: 17 },
  };
  switch (dialect) {
    case 'chrome':
    case 'chrome-sanitised':
      return {
        _initiator: { type: 'other' },
        _priority: 'High',
        _resourceType: type,
        pageref: `page_${page}`,
        ...base,
        ...more,
      };
    case 'playwright':
      return {
        _frameref: 'frame@1',
        _monotonicTime: at - HAR_T0 + 5.5,
        _resourceType: type,
        pageref: 'page@1',
        ...base,
        ...more,
      };
    case 'firefox':
      return { pageref: `page_${page}`, _securityState: 'secure', ...base, ...more };
    case 'safari':
      return { pageref: 'page_0', _fetchType: 'Network Load', ...base, ...more };
    case 'charles':
      return { ...base, _charlesStatus: 'COMPLETE', ...more };
    case 'mitmproxy':
      return { ...base, ...more };
  }
}

function requestOf(dialect: Dialect, exchange: Exchange) {
  const { url, method = 'GET', cookie, body } = exchange;
  const parsed = new URL(url);
  const pseudo: Record<string, string> =
    dialect === 'chrome' || dialect === 'chrome-sanitised'
      ? { ':authority': parsed.host, ':method': method, ':path': parsed.pathname, ':scheme': 'https' }
      : { Host: parsed.host };
  const isLoad = (exchange.type ?? 'document') === 'document';
  const headers = items({
    ...pseudo,
    Accept: isLoad ? 'text/html,application/xhtml+xml' : '*/*',
    ...(isLoad ? { 'Upgrade-Insecure-Requests': '1' } : {}),
    'Sec-Fetch-Dest': destination(exchange),
    'Sec-Fetch-Mode': isLoad ? 'navigate' : 'cors',
    'Sec-Fetch-Site': 'same-origin',
    ...(body === undefined ? {} : { 'Content-Type': contentType(body) }),
    ...exchange.requestHeaders,
    ...(cookie === undefined || dialect === 'chrome-sanitised' ? {} : { Cookie: cookie }),
  });
  const cookies =
    cookie === undefined || dialect === 'chrome-sanitised'
      ? []
      : cookie.split('; ').map((pair) => ({
          name: pair.slice(0, pair.indexOf('=')),
          value: pair.slice(pair.indexOf('=') + 1),
        }));
  const post = body === undefined ? {} : { postData: postData(dialect, exchange, body) };
  return {
    method,
    url,
    httpVersion: 'HTTP/2',
    headers,
    cookies,
    queryString: [],
    headersSize: -1,
    bodySize: 0,
    ...post,
  };
}

const contentType = (body: string) =>
  body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded';

function postData(dialect: Dialect, { requestHeaders }: Exchange, body: string) {
  const mimeType = requestHeaders?.['Content-Type'] ?? contentType(body);
  const params = [...new URLSearchParams(body)].map(([name, value]) => ({ name, value }));
  if (mimeType !== 'application/x-www-form-urlencoded') return { mimeType, text: body };
  if (dialect === 'charles') return { mimeType, params };
  if (dialect === 'firefox')
    return {
      mimeType,
      params,
      text: `Content-Type: ${mimeType}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    };
  return { mimeType, params, text: body };
}

function responseOf(dialect: Dialect, exchange: Exchange) {
  const { status = exchange.location === undefined ? 200 : 302, setCookie = [], location } = exchange;
  const mimeType =
    exchange.mime ?? ((exchange.type ?? 'document') === 'document' ? 'text/html' : 'application/json');
  const lines = dialect === 'chrome-sanitised' ? [] : setCookie;
  return {
    status,
    statusText: '',
    httpVersion: 'HTTP/2',
    headers: [
      ...items({ 'Content-Type': mimeType, ...(location === undefined ? {} : { Location: location }) }),
      ...items(exchange.responseHeaders ?? {}),
      ...setCookieHeaders(dialect, lines),
    ],
    cookies: lines.map((line) => ({ name: line.slice(0, line.indexOf('=')), value: '', expires: null })),
    content: { size: 5, mimeType, text: 'hello' },
    redirectURL: location ?? '',
    headersSize: -1,
    bodySize: 5,
  };
}

function setCookieHeaders(dialect: Dialect, lines: readonly string[]): Item[] {
  if (lines.length === 0) return [];
  if (dialect === 'safari') return [{ name: 'Set-Cookie', value: lines.join(', ') }];
  if (dialect === 'firefox' || dialect === 'charles')
    return [{ name: 'set-cookie', value: lines.join('\n') }];
  return lines.map((value) => ({ name: 'set-cookie', value }));
}

function items(headers: Readonly<Record<string, string>>): Item[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
