import { beforeEach, describe, expect, it, vi } from 'vitest';
import { part } from '../../src/background/on-demand/part.ts';
import { listenForSamples } from '../../src/background/sample-port.ts';
import type { SampleAnswer } from '../../src/background/sampler.ts';
import { SAMPLE_PORT, type SampleEvent } from '../../src/protocol/sample.ts';
import { PROTOCOL_VERSION as version } from '../../src/protocol/version.ts';
import { A, line, visit } from '../core/session/browse.ts';

const browser = vi.hoisted(() => ({ listeners: [] as ((port: unknown) => void)[] }));
vi.mock('../../src/platform/native.ts', () => ({
  native: {
    runtime: {
      id: 'own-id',
      getURL: (path: string) => `chrome-extension://own-id/${path}`,
      getPlatformInfo: async () => ({}),
      onConnect: { addListener: (listener: (port: unknown) => void) => browser.listeners.push(listener) },
    },
  },
}));

const url = 'https://shop.example/start';
const order = { tabId: 1, site: 'shop.example', name: 'sid', url, count: 3, perSecond: 20 };
const recording = visit()
  .ask('GET /start', { set: [line('sid', A)] })
  .ask('GET /logout')
  .recording();

/** A page's end of a port. */
class Page {
  readonly got: SampleEvent[] = [];
  disconnected = false;
  #hear: (data: unknown) => void = () => {};
  #leave: () => void = () => {};

  constructor(
    sender: unknown = { id: 'own-id', url: 'chrome-extension://own-id/panel.html' },
    name = SAMPLE_PORT,
  ) {
    browser.listeners.at(-1)?.({
      name,
      sender,
      postMessage: (event: SampleEvent) => this.got.push(structuredClone(event)),
      disconnect: () => {
        this.disconnected = true;
      },
      onMessage: { addListener: (hear: (data: unknown) => void) => (this.#hear = hear) },
      onDisconnect: { addListener: (leave: () => void) => (this.#leave = leave) },
    });
  }

  start(more: object = {}) {
    this.#hear({ version, kind: 'start', order: { ...order, ...more } });
  }
  say(message: unknown) {
    this.#hear(message);
  }
  leave() {
    this.#leave();
  }
  async end() {
    await vi.waitFor(() => expect(this.got.at(-1)?.kind).toBe('ended'));
    const last = this.got.at(-1);
    return last?.kind === 'ended' ? last.end : null;
  }
}

let steps: string[];
let answerWith: (stop: AbortSignal) => Promise<SampleAnswer>;
let access: boolean;

beforeEach(() => {
  steps = [];
  access = true;
  let count = 0;
  answerWith = async () => ({ status: 200, value: `id${++count}`, retryAfter: null });
  listenForSamples({
    requests: {
      begin: async () => void steps.push('begin'),
      end: async () => void steps.push('end'),
      ask: (_, stop) => {
        steps.push('ask');
        return answerWith(stop);
      },
    },
    isOffered: async (asked) => asked.tabId === 1 && part.offersSample(recording, asked),
    hasAccess: async () => access,
    now: () => Date.now(),
  });
});

const hangs = (stop: AbortSignal) =>
  new Promise<SampleAnswer>((resolve) => {
    stop.addEventListener('abort', () => resolve({ status: null, value: null, retryAfter: null }));
  });

describe('a page that asks for a sample', () => {
  it('gets each ID, then the end', async () => {
    const page = new Page();
    page.start();
    expect(await page.end()).toBe('done');
    expect(page.got).toEqual([
      { kind: 'id', sent: 1, value: 'id1' },
      { kind: 'id', sent: 2, value: 'id2' },
      { kind: 'id', sent: 3, value: 'id3' },
      { kind: 'ended', sent: 3, end: 'done' },
    ]);
    expect(steps).toEqual(['begin', 'ask', 'ask', 'ask', 'end']);
  });

  it.each([
    ['an address that was not recorded', { url: 'https://shop.example/other' }, 'changed'],
    ['another site', { url: 'https://other.example/' }, 'changed'],
    ['an address that logs out', { url: 'https://shop.example/logout' }, 'changed'],
    ['a tab without a recording', { tabId: 2 }, 'changed'],
  ])('is refused %s', async (_, more, end) => {
    const page = new Page();
    page.start(more);
    expect(await page.end()).toBe(end);
    expect(steps).not.toContain('ask');
  });

  it('is refused where access to the site is missing', async () => {
    access = false;
    const page = new Page();
    page.start();
    expect(await page.end()).toBe('no-access');
    expect(steps).not.toContain('ask');
  });

  it('waits until another run is over', async () => {
    answerWith = hangs;
    const first = new Page();
    first.start();
    await vi.waitFor(() => expect(steps).toContain('ask'));
    const second = new Page();
    second.start();
    expect(await second.end()).toBe('busy');
    first.say({ version, kind: 'stop' });
    expect(await first.end()).toBe('stopped');
    second.start();
    const third = new Page();
    answerWith = async () => ({ status: 200, value: 'x', retryAfter: null });
    third.start({ count: 1 });
    expect(await third.end()).toBe('done');
  });

  it('stops the run by going away', async () => {
    answerWith = hangs;
    const page = new Page();
    page.start();
    await vi.waitFor(() => expect(steps).toContain('ask'));
    page.leave();
    await vi.waitFor(() => expect(steps.at(-1)).toBe('end'));
    expect(steps.filter((step) => step === 'ask')).toHaveLength(1);
  });

  it('starts once, whatever else it says', async () => {
    const page = new Page();
    page.say({ version: 0, kind: 'start', order });
    page.say(null);
    page.start();
    page.start();
    expect(await page.end()).toBe('done');
    expect(steps.filter((step) => step === 'ask')).toHaveLength(3);
  });

  it('hears that something of ours broke, without a value', async () => {
    const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
    answerWith = async () => {
      throw new TypeError('sid=secret');
    };
    const page = new Page();
    page.start();
    expect(await page.end()).toBe('broken');
    expect(JSON.stringify([page.got, complained.mock.calls])).not.toContain('secret');
    complained.mockRestore();
  });
});

it.each([
  ['a web page', { id: 'own-id', url: 'https://shop.example/' }],
  ['another extension', { id: 'other-id', url: 'chrome-extension://other-id/x.html' }],
])('%s is not heard', (_, sender) => {
  const page = new Page(sender);
  page.start();
  expect(page.disconnected).toBe(true);
  expect(steps).toEqual([]);
});

it('other ports are others’ to answer', () => {
  const page = new Page(undefined, 'crumbtrail/tab');
  page.start();
  expect(page.disconnected).toBe(false);
  expect(steps).toEqual([]);
});
