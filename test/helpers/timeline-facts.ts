/** Half an hour in a shop, as facts: every kind of bar that the timeline has. */
import type { BrowserCookie, Fact } from '../../src/core/recording/fact.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const SITE = 'https://shop.example';

/** @param now when the half hour is over, epoch milliseconds. */
export function halfAnHour(now: number): Fact[] {
  const start = now - 31 * MINUTE;
  const facts: Fact[] = [
    {
      kind: 'tab',
      at: start,
      browser: 'chromium',
      storeId: '0',
      incognito: false,
      fingerprintKey: '0'.repeat(32),
    },
    navigation(start, '/'),
    {
      kind: 'jar',
      at: start + 20,
      sites: ['shop.example'],
      cookies: [
        cookie('lang', { expires: now + 210 * DAY }),
        cookie('_ga', { domain: 'shop.example', hostOnly: false, expires: start + 400 * DAY - MINUTE }),
      ],
      gone: [],
    },
  ];
  let requests = 0;
  const respond = (minutesAgo: number, path: string, method: string, ...lines: readonly string[]) => {
    requests += 1;
    const at = now - minutesAgo * MINUTE;
    const basics = {
      requestId: `t${requests}`,
      url: `${SITE}${path}`,
      method,
      type: 'main_frame',
      frameId: 0,
      documentId: 'd',
    } as const;
    facts.push(
      { ...basics, kind: 'sent', at: at - 40, cookie: null, headers: [] },
      { ...basics, kind: 'response', at, status: 200, setCookies: lines, headers: [] },
    );
    if (method === 'GET') facts.push(navigation(at + 20, path));
  };
  const sid = 'Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=1800';
  respond(
    30,
    '/',
    'GET',
    `sid=anonymous0123456789abcdef; ${sid}`,
    'consent=yes; Path=/; Max-Age=63072000',
    'theme=dark; Path=/',
    'ab=7; Path=/; Max-Age=63072000',
  );
  respond(28, '/shoes', 'GET', `sid=anonymous0123456789abcdef; ${sid}`, 'recent=17; Path=/');
  respond(26, '/cart', 'POST', 'cart=17; Path=/; Max-Age=2592000', 'flash=added; Path=/; Max-Age=45');
  facts.push({ kind: 'mark', at: now - 24 * MINUTE, mark: 'note', text: 'Checkout begins' });
  respond(
    22,
    '/login',
    'POST',
    `sid=member0123456789abcdef01; ${sid}`,
    'csrf_token=0123456789abcdef0123; Path=/; Secure; SameSite=Strict; Max-Age=7200',
    'remember_me=abcdefabcdefabcdefabcdef; Path=/; Secure; HttpOnly; Max-Age=1209600',
  );
  facts.push({ kind: 'mark', at: now - 22 * MINUTE, mark: 'login', text: '' });
  for (const minutes of [20, 18, 15, 12.5, 12.4, 12.3, 9, 6, 3]) {
    respond(minutes, `/page/${minutes}`, 'GET', `sid=member0123456789abcdef01; ${sid}`);
  }
  respond(14, '/offer', 'GET', 'offer=spring; Path=/; Max-Age=1500');
  respond(11, '/cart', 'POST', 'coupon=; Path=/; Max-Age=0', 'cart=17.18; Path=/; Max-Age=2592000');
  respond(
    8,
    '/pay',
    'POST',
    'otp=492113; Path=/; Secure; HttpOnly; Max-Age=300',
    'recent=; Path=/; Max-Age=0',
  );
  facts.push({
    kind: 'cookie',
    at: now - 7 * MINUTE,
    removed: true,
    cause: 'evicted',
    cookie: cookie('consent', { secure: false, httpOnly: false, sameSite: 'unspecified' }),
  });
  facts.push({ kind: 'gap', at: now - 4 * MINUTE, since: now - 5 * MINUTE, reason: 'paused' });
  respond(
    2,
    '/api/token',
    'POST',
    'access_token=eyJhbGciOiJIUzI1NiJ9.e30.x; Path=/; Secure; HttpOnly; Max-Age=150',
  );
  return facts.sort((a, b) => a.at - b.at);
}

function navigation(at: number, path: string): Fact {
  return {
    kind: 'navigation',
    at,
    frameId: 0,
    parentFrameId: -1,
    documentId: `d${at}`,
    url: `${SITE}${path}`,
  };
}

function cookie(name: string, over: Partial<BrowserCookie> = {}): BrowserCookie {
  return {
    name,
    value: 'x',
    domain: 'shop.example',
    hostOnly: true,
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    expires: null,
    partitionKey: null,
    ...over,
  };
}

/**
 * A jar as full as Chromium's and twenty thousand renewals of it within an hour.
 * @param now when the hour is over, epoch milliseconds.
 */
export function fullJar(now: number, cookies: number, ticks: number): Fact[] {
  const jar = Array.from({ length: cookies }, (_, index) =>
    jarCookie(index, now + (index % 7 === 0 ? 400 * DAY : (index + 1) * 20_000)),
  );
  const sites = [...new Set(jar.map(({ domain }) => domain))];
  const start = now - HOUR;
  return [
    {
      kind: 'tab',
      at: start,
      browser: 'chromium',
      storeId: '0',
      incognito: false,
      fingerprintKey: '0'.repeat(32),
    },
    navigation(start, '/'),
    { kind: 'jar', at: start + 1, sites, cookies: jar, gone: [] },
    ...Array.from({ length: ticks }, (_, turn) => renewal(start + 2 + (turn * HOUR) / ticks, cookies, turn)),
  ];
}

/** Facts of one renewal over the network. */
export const FACTS_EACH = 4;
const SENT_EACH = 20;

/**
 * Further renewals of a full jar, all at one moment, as a browser tells them: a request with its cookies, a response that writes one,
 * the old cookie gone, the new one there.
 */
export function traffic(at: number, cookies: number, from: number, count: number): Fact[] {
  return Array.from({ length: count }, (_, offset) => {
    const stored = renewal(at, cookies, from + offset);
    const { domain, name } = stored.cookie;
    const first = Number(name.slice('cookie'.length));
    const sent = Array.from({ length: Math.min(SENT_EACH, cookies) }, (_, index) =>
      jarCookie((first + index) % cookies, at),
    ).filter((each) => each.domain === domain);
    const basics = {
      requestId: `live${from + offset}`,
      url: `https://${domain}/live`,
      method: 'GET',
      type: 'xmlhttprequest',
      frameId: 0,
      initiator: 'https://site0.example',
    } as const;
    return [
      {
        ...basics,
        kind: 'sent',
        at,
        cookie: sent.map((each) => `${each.name}=${each.value}`).join('; '),
        headers: [],
      },
      {
        ...basics,
        kind: 'response',
        at,
        status: 200,
        setCookies: [`${name}=x; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=Lax`],
        headers: [],
      },
      { ...stored, removed: true, cause: 'overwrite' },
      stored,
    ] satisfies Fact[];
  }).flat();
}

/** A cookie of the jar is written again, and gets an hour more. */
function renewal(at: number, cookies: number, turn: number) {
  return {
    kind: 'cookie',
    at,
    removed: false,
    cause: 'explicit',
    cookie: jarCookie((turn * 7) % cookies, at + HOUR),
  } as const satisfies Fact;
}

function jarCookie(index: number, expires: number): BrowserCookie {
  return cookie(`cookie${String(index).padStart(4, '0')}`, {
    domain: `site${Math.floor(index / 165)}.example`,
    expires,
  });
}
