/**
 * Examples of rules: runnable data. Each is a short recording; the tests run every one, and the rules' documentation shows them.
 */
import type { BrowserCookie, Fact, ResourceType } from '../recording/fact.ts';

export interface Example {
  /** What it shows. */
  readonly name: string;
  /** In order, a second apart. */
  readonly events: readonly ExampleEvent[];
  /** Default: Chromium. */
  readonly browser?: 'chromium' | 'firefox';
}

export type ExampleEvent =
  /** A Set-Cookie line of the page `https://shop.example/`. */
  | string
  | Exchange
  /** A cookie that script wrote: name and value, and what differs from a plain host-only session cookie. */
  | { readonly script: Partial<BrowserCookie> & Pick<BrowserCookie, 'name' | 'value'> }
  /** A cookie that was there before. */
  | { readonly before: Partial<BrowserCookie> & Pick<BrowserCookie, 'name' | 'value'> }
  | { readonly fact: Fact };

/** A request and its answer. */
export interface Exchange {
  /** Default: `https://shop.example/`. */
  readonly url?: string;
  readonly method?: string;
  /** Default `main_frame`: it becomes the page. */
  readonly type?: ResourceType;
  readonly initiator?: string;
  readonly status?: number;
  readonly setCookie?: readonly string[];
  /** The Cookie header. */
  readonly cookie?: string;
  /** Lower-case names. */
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly responseHeaders?: Readonly<Record<string, string>>;
  /** Names of the body's fields. */
  readonly fields?: readonly string[];
}

export const EXAMPLE_PAGE = 'https://shop.example/';
/** Of the fingerprints. */
export const EXAMPLE_KEY = '000102030405060708090a0b0c0d0e0f';
/** 2026-01-01 00:00 UTC. */
export const EXAMPLE_START = 1_767_225_600_000;

/** The facts that a browser would have told. */
export function factsOf(example: Example): readonly Fact[] {
  const facts: Fact[] = [
    {
      kind: 'tab',
      at: EXAMPLE_START,
      browser: example.browser ?? 'chromium',
      storeId: '0',
      incognito: false,
      fingerprintKey: EXAMPLE_KEY,
    },
  ];
  for (const [index, event] of example.events.entries()) {
    facts.push(...factsOfEvent(event, EXAMPLE_START + (index + 1) * 1000, index));
  }
  return facts;
}

function factsOfEvent(event: ExampleEvent, at: number, index: number): readonly Fact[] {
  if (typeof event === 'string') return factsOfExchange({ setCookie: [event] }, at, index);
  if ('fact' in event) return [event.fact];
  if ('script' in event) {
    const cookie = browserCookie(event.script);
    return [pageOf(cookie, at), { kind: 'cookie', at: at + 50, removed: false, cause: 'explicit', cookie }];
  }
  if ('before' in event) {
    const cookie = browserCookie(event.before);
    return [
      pageOf(cookie, at),
      { kind: 'jar', at: at + 50, sites: [cookie.domain], cookies: [cookie], gone: [] },
    ];
  }
  return factsOfExchange(event, at, index);
}

function pageOf({ domain }: BrowserCookie, at: number): Fact {
  return { kind: 'navigation', at, frameId: 0, parentFrameId: -1, url: `https://${domain}/` };
}

function browserCookie(
  cookie: Partial<BrowserCookie> & Pick<BrowserCookie, 'name' | 'value'>,
): BrowserCookie {
  return {
    domain: 'shop.example',
    hostOnly: true,
    path: '/',
    secure: false,
    httpOnly: false,
    sameSite: 'unspecified',
    expires: null,
    partitionKey: null,
    ...cookie,
  };
}

function factsOfExchange(exchange: Exchange, at: number, index: number): readonly Fact[] {
  const { url = EXAMPLE_PAGE, method = 'GET', type = 'main_frame', initiator, fields } = exchange;
  const basics = {
    requestId: `r${index}`,
    url,
    method,
    type,
    frameId: 0,
    ...(initiator === undefined ? {} : { initiator }),
  };
  const facts: Fact[] = [];
  if (fields !== undefined)
    facts.push({ kind: 'body', at, ...basics, fields: { format: 'form', names: fields } });
  const status = exchange.status ?? 200;
  facts.push(
    {
      kind: 'sent',
      at,
      ...basics,
      cookie: exchange.cookie ?? null,
      headers: headers(exchange.requestHeaders),
    },
    {
      kind: 'response',
      at: at + 50,
      ...basics,
      status,
      setCookies: exchange.setCookie ?? [],
      headers: headers(exchange.responseHeaders),
    },
  );
  if (type === 'main_frame' && (status < 300 || status >= 400)) {
    facts.push({ kind: 'navigation', at: at + 60, frameId: 0, parentFrameId: -1, url });
  }
  return facts;
}

function headers(map: Readonly<Record<string, string>> = {}) {
  return Object.entries(map).map(([name, value]) => ({ name, value }));
}
