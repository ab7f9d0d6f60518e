import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSampleRequests, SAMPLE_RULE } from '../../src/background/sample-request.ts';

type Update = { readonly removeRuleIds?: number[]; readonly addRules?: { readonly id: number }[] };

const browser = vi.hoisted(() => ({ rules: new Map<number, object>() }));
vi.mock('../../src/platform/native.ts', () => ({
  native: {
    runtime: { getURL: () => 'https://extension-id/' },
    declarativeNetRequest: {
      async updateSessionRules({ removeRuleIds = [], addRules = [] }: Update) {
        for (const id of removeRuleIds) browser.rules.delete(id);
        for (const rule of addRules) browser.rules.set(rule.id, rule);
      },
    },
  },
}));

const order = {
  tabId: 1,
  site: 'shop.example',
  name: 'sid',
  url: 'https://shop.example/start',
  count: 5,
  perSecond: 5,
};
const going = () => new AbortController().signal;
let marks: string[];
let inits: RequestInit[];

/** fetch answers with a body; webRequest tells the lines, under the URL that was asked or another. */
function server(lines: readonly string[], { status = 200, headers = {}, told = (url: string) => url } = {}) {
  let count = 0;
  const requests = createSampleRequests(() => String(++count).padStart(16, '0'));
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    marks.push(url);
    inits.push(init);
    requests.answered(told(url), status, null, lines);
    return new Response('page', { status, headers });
  });
  return requests;
}

beforeEach(() => {
  marks = [];
  inits = [];
  browser.rules.clear();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a request for a new ID', () => {
  it('sends no cookies and keeps none, and marks itself by a fragment, another each time', async () => {
    const requests = server(['sid=abc; Path=/; HttpOnly']);
    expect(await requests.ask(order, going())).toEqual({ status: 200, value: 'abc', retryAfter: null });
    await requests.ask(order, going());
    expect(marks).toEqual([
      'https://shop.example/start#crumbtrail-0000000000000001',
      'https://shop.example/start#crumbtrail-0000000000000002',
    ]);
    expect(inits[0]).toMatchObject({
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    expect(inits[0]).not.toHaveProperty('method');
  });

  it.each<readonly [string, readonly string[], string | null]>([
    ['the last line of the name', ['sid=old', 'other=1', 'sid=new; Secure'], 'new'],
    ['a name in another case is another cookie', ['SID=abc'], null],
    ['a deletion', ['sid=abc', 'sid=; Max-Age=0'], null],
    ['a deletion that keeps a value', ['sid=gone; Max-Age=-1'], null],
    ['no line', [], null],
    ['lines that are no cookies', ['', '=', `sid=${'x'.repeat(5000)}`], null],
  ])('takes %s', async (_, lines, value) => {
    expect((await server(lines).ask(order, going())).value).toBe(value);
  });

  it('hands on the status and Retry-After', async () => {
    const requests = server([], { status: 429, headers: { 'retry-after': '7' } });
    expect(await requests.ask(order, going())).toEqual({ status: 429, value: null, retryAfter: '7' });
  });

  it.each([
    ['without the mark', (url: string) => url.replace(/#.*/, '')],
    ['with the mark of another request', (url: string) => url.replace(/.$/, '9')],
  ])('takes nothing from an answer %s', async (_, told) => {
    vi.useFakeTimers();
    const asked = server(['sid=foreign'], { told }).ask(order, going());
    await vi.advanceTimersByTimeAsync(2000);
    expect(await asked).toEqual({ status: null, value: null, retryAfter: null });
  });

  it('is no answer when the network fails', async () => {
    const requests = server([]);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await requests.ask(order, going())).toEqual({ status: null, value: null, retryAfter: null });
  });

  it('takes Clear-Site-Data off its answers while it lasts, and Set-Cookie never', async () => {
    browser.rules.set(SAMPLE_RULE, {});
    const requests = server([]);
    await vi.waitFor(() => expect(browser.rules.size).toBe(0));
    await requests.begin();
    expect([...browser.rules.values()]).toMatchObject([
      {
        action: { responseHeaders: [{ header: 'clear-site-data', operation: 'remove' }] },
        condition: { initiatorDomains: ['extension-id'], tabIds: [-1] },
      },
    ]);
    await requests.end();
    expect(browser.rules.size).toBe(0);
  });
});
