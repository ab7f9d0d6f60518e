import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToRequests } from '../../../src/background/sources/web-request.ts';
import type { Fact } from '../../../src/core/recording/fact.ts';

type Listener = (details: object) => unknown;

const browser = vi.hoisted(() => {
  const listeners = new Map<string, (details: object) => unknown>();
  const event = (name: string) => ({
    addListener: (listener: (details: object) => unknown) => listeners.set(name, listener),
    removeListener: () => listeners.delete(name),
  });
  return { listeners, root: 'chrome-extension://own/', event };
});
vi.mock('../../../src/platform/native.ts', () => ({
  native: {
    runtime: { getURL: () => browser.root },
    webRequest: {
      onBeforeRequest: browser.event('body'),
      onSendHeaders: browser.event('sent'),
      onHeadersReceived: browser.event('response'),
      onErrorOccurred: browser.event('failed'),
    },
  },
}));

let facts: [number, Fact][];
let answers: unknown[];

beforeEach(() => {
  browser.listeners.clear();
  facts = [];
  answers = [];
  const source = listenToRequests(
    (tabId, fact) => facts.push([tabId, fact]),
    (...answer) => answers.push(answer),
  );
  source.watch(true);
});

const details = {
  requestId: '7',
  url: 'https://shop.example/account',
  method: 'GET',
  type: 'xmlhttprequest',
  tabId: -1,
  frameId: -1,
  parentFrameId: -1,
  timeStamp: 1_790_000_000_000,
};

/** All that a browser tells of one request. */
function happens(more: object) {
  const tell = (name: string, also: object = {}) =>
    (browser.listeners.get(name) as Listener)({ ...details, ...more, ...also });
  tell('body', { requestBody: { formData: { a: ['1'] } } });
  tell('sent', { requestHeaders: [{ name: 'Cookie', value: 'sid=old' }] });
  tell('response', {
    statusCode: 302,
    responseHeaders: [
      { name: 'Location', value: '/login' },
      { name: 'Set-Cookie', value: 'a=1' },
    ],
  });
  tell('failed', { error: 'net::ERR_ABORTED' });
}

describe('a request of the extension itself', () => {
  it.each([
    ['in Chromium', 'chrome-extension://own/', { initiator: 'chrome-extension://own' }],
    [
      'in Firefox',
      'moz-extension://own/',
      { originUrl: 'moz-extension://own/_generated_background_page.html' },
    ],
  ])('is no part of a recording %s; its answer is told to who asked', (_, root, more) => {
    browser.root = root;
    listenToRequests(
      (tabId, fact) => facts.push([tabId, fact]),
      (...answer) => answers.push(answer),
    ).watch(true);
    happens(more);
    expect(facts).toEqual([]);
    expect(answers).toEqual([['https://shop.example/account', 302, '/login', ['a=1']]]);
    browser.root = 'chrome-extension://own/';
  });

  it.each([
    ['a page’s service worker', { initiator: 'https://shop.example' }],
    ['another extension', { initiator: 'chrome-extension://owner' }],
    ['nobody', {}],
    ['a link in one of our pages', { type: 'main_frame', tabId: 3, initiator: 'chrome-extension://own' }],
  ])('is not that of %s', (_, more) => {
    happens(more);
    expect(facts.map(([, { kind }]) => kind)).toEqual(['body', 'sent', 'response', 'failed']);
    expect(answers).toEqual([]);
  });
});
