import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createReplayRequests,
  MAX_OCTETS,
  REPLAY_RULE,
  ruleFor,
  TIMEOUT_MS,
} from '../../src/background/replay-request.ts';

type Update = { readonly removeRuleIds?: number[]; readonly addRules?: chrome.declarativeNetRequest.Rule[] };

const browser = vi.hoisted(() => ({
  rules: new Map<number, object>(),
  updates: 0,
  refuses: false,
}));
vi.mock('../../src/platform/native.ts', () => ({
  native: {
    runtime: { getURL: () => 'https://extension-id/' },
    declarativeNetRequest: {
      async updateSessionRules({ removeRuleIds = [], addRules = [] }: Update) {
        browser.updates += 1;
        if (browser.refuses && addRules.length > 0) throw new Error('no access to the host');
        for (const id of removeRuleIds) browser.rules.delete(id);
        for (const rule of addRules) browser.rules.set(rule.id, rule);
      },
    },
  },
}));

const url = 'https://shop.example/account';
const request = { url, cookie: 'sid=old', accept: 'text/html', headers: [] };
const going = () => new AbortController().signal;

/** What fetch does, and the rules that were there while it did. */
function fetching(answer: (url: string, init: RequestInit) => Promise<Response>) {
  const seen: { init: RequestInit; rules: object[] }[] = [];
  vi.stubGlobal('fetch', (asked: string, init: RequestInit) => {
    seen.push({ init, rules: [...browser.rules.values()] });
    return answer(asked, init);
  });
  return seen;
}

const hanging = (_: string, { signal }: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

beforeEach(() => {
  browser.rules.clear();
  browser.updates = 0;
  browser.refuses = false;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a request past the cookie store', () => {
  it('goes with the rule, without credentials, cache, referrer and redirects; and the rule goes after it', async () => {
    const seen = fetching(async () => new Response('hello', { status: 201 }));
    const answer = await createReplayRequests().send(request, going());
    expect(answer).toEqual({ status: 201, to: null, text: 'hello', length: 5 });
    expect(seen).toHaveLength(1);
    expect(seen[0]?.rules).toEqual([ruleFor(request)]);
    expect(seen[0]?.init).toMatchObject({
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'text/html' },
    });
    expect(seen[0]?.init).not.toHaveProperty('method');
    expect(browser.rules.size).toBe(0);
  });

  it('is for the address without its fragment', async () => {
    const seen = fetching(async () => new Response('hello'));
    await createReplayRequests().send({ ...request, url: `${url}#/orders` }, going());
    expect(seen[0]?.rules).toEqual([ruleFor(request)]);
  });

  it('removes at once what an earlier worker left behind', async () => {
    browser.rules.set(REPLAY_RULE, {});
    createReplayRequests();
    await vi.waitFor(() => expect(browser.rules.size).toBe(0));
  });

  it.each<[string, () => Promise<Response>, string]>([
    ['a network error', async () => Promise.reject(new TypeError('Failed to fetch')), 'network'],
    [
      'a body that breaks off',
      async () =>
        new Response(
          new ReadableStream({
            pull(controller) {
              controller.error(new TypeError('reset'));
            },
          }),
        ),
      'network',
    ],
  ])('says %s, and leaves no rule', async (_, answer, problem) => {
    fetching(answer);
    expect(await createReplayRequests().send(request, going())).toMatchObject({ status: null, problem });
    expect(browser.rules.size).toBe(0);
  });

  it('sends nothing where the browser refuses the rule', async () => {
    const seen = fetching(async () => new Response(''));
    browser.refuses = true;
    expect(await createReplayRequests().send(request, going())).toMatchObject({ problem: 'network' });
    expect(seen).toEqual([]);
  });

  it('ends when it is stopped', async () => {
    fetching(hanging);
    const stop = new AbortController();
    const answer = createReplayRequests().send(request, stop.signal);
    await vi.waitFor(() => expect(browser.rules.size).toBe(1));
    stop.abort();
    expect(await answer).toMatchObject({ status: null, problem: 'stopped' });
    expect(browser.rules.size).toBe(0);
  });

  it('ends by itself where no answer comes', async () => {
    const timeout = new AbortController();
    const asked = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(timeout.signal);
    fetching(hanging);
    const answer = createReplayRequests().send(request, going());
    await vi.waitFor(() => expect(browser.rules.size).toBe(1));
    timeout.abort();
    expect(await answer).toMatchObject({ status: null, problem: 'timeout' });
    expect(asked).toHaveBeenCalledWith(TIMEOUT_MS);
    expect(browser.rules.size).toBe(0);
  });

  it('reads no more of a body than it compares', async () => {
    let pulled = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(100_000).fill(97));
      },
      cancel() {
        cancelled = true;
      },
    });
    fetching(async () => new Response(body));
    const { length, text } = await createReplayRequests().send(request, going());
    expect([length, text.length]).toEqual([MAX_OCTETS, MAX_OCTETS]);
    expect(cancelled).toBe(true);
    expect(pulled).toBeLessThan(10);
  });
});

describe('a redirect', () => {
  const opaque = async () => {
    const response = new Response(null, { status: 200 });
    Object.defineProperty(response, 'type', { value: 'opaqueredirect' });
    return response;
  };

  it.each([
    ['/login', 'https://shop.example/login'],
    ['https://id.example/authorize', 'https://id.example/authorize'],
    ['http://[', null],
    [null, null],
  ])('to %s is told by webRequest, and not followed', async (location, to) => {
    const requests = createReplayRequests();
    const seen = fetching(async () => {
      // Of another address: not this request's.
      requests.answered('https://shop.example/other', 500, null, []);
      queueMicrotask(() => requests.answered(url, 303, location, []));
      return opaque();
    });
    expect(await requests.send(request, going())).toEqual({ status: 303, to, text: '', length: 0 });
    expect(seen).toHaveLength(1);
  });

  it('that nobody tells of is no answer', async () => {
    vi.useFakeTimers();
    fetching(opaque);
    const answer = createReplayRequests().send(request, going());
    await vi.advanceTimersByTimeAsync(2500);
    vi.useRealTimers();
    expect(await answer).toMatchObject({ status: null, problem: 'network' });
  });
});

describe('the rule', () => {
  it('is for one address, from this extension, outside of tabs, by GET', () => {
    const { id, condition } = ruleFor(request);
    expect(id).toBe(REPLAY_RULE);
    expect(condition).toEqual({
      urlFilter: `|${url}|`,
      isUrlFilterCaseSensitive: true,
      initiatorDomains: ['extension-id'],
      tabIds: [-1],
      resourceTypes: ['xmlhttprequest'],
      requestMethods: ['get'],
    });
  });

  it('puts the cookies on, or takes them off, and what the page said of itself', () => {
    const headers = [{ name: 'sec-fetch-dest', value: 'document' }];
    expect(ruleFor({ ...request, headers }).action).toMatchObject({
      type: 'modifyHeaders',
      requestHeaders: [
        { header: 'cookie', operation: 'set', value: 'sid=old' },
        { header: 'sec-fetch-dest', operation: 'set', value: 'document' },
      ],
    });
    expect(ruleFor({ ...request, cookie: null }).action).toMatchObject({
      requestHeaders: [{ header: 'cookie', operation: 'remove' }],
    });
  });

  it('cuts off what the answer wants of the cookie store', () => {
    expect(ruleFor(request).action.responseHeaders).toEqual([
      { header: 'set-cookie', operation: 'remove' },
      { header: 'clear-site-data', operation: 'remove' },
    ]);
  });
});
