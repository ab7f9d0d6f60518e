import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createJournal, type Journal } from '../../src/background/journal/journal.ts';
import { createLive } from '../../src/background/live.ts';
import { createRecorder, type Recorder } from '../../src/background/recorder.ts';
import { createTabs, NO_TAB, type Tabs } from '../../src/background/tabs.ts';
import type { Entry, Fact } from '../../src/core/recording/fact.ts';
import { nav, response, sent, subresource, T0 } from '../core/recording/facts.ts';
import { memoryStorage } from './memory-storage.ts';

const browser = vi.hoisted(() => ({
  tabs: new Map<number, { id: number; url?: string; incognito: boolean }>(),
}));
vi.mock('../../src/platform/native.ts', () => ({
  browserKind: 'chromium',
  native: {
    tabs: {
      query: async () => [...browser.tabs.values()],
      get: async (tabId: number) => {
        const tab = browser.tabs.get(tabId);
        if (tab === undefined) throw new Error('No tab with id');
        return tab;
      },
    },
  },
}));

const PAGE = 'https://shop.example/';
let tabs: Tabs;
let journal: Journal;
let recorder: Recorder;
let recorded: [number, Entry][];
let late: number[];

function start(storage = memoryStorage()) {
  tabs = createTabs();
  journal = createJournal({ storage, now: () => Date.now(), newEpoch: () => 'e', onCut: () => {} });
  recorder = createRecorder({
    journal,
    live: createLive(journal),
    tabs,
    now: () => Date.now(),
    browser: 'chromium',
    randomKey: () => 'ab'.repeat(16),
    joinsLate: (tabId) => late.push(tabId),
    recorded: (tab, entry) => recorded.push([tab.tabId, entry]),
  });
}

beforeEach(async () => {
  vi.useFakeTimers({ now: T0 });
  browser.tabs.clear();
  browser.tabs.set(1, { id: 1, url: PAGE, incognito: false });
  recorded = [];
  late = [];
  start();
  await journal.ready;
  await tabs.known;
});
afterEach(() => {
  vi.useRealTimers();
});

const facts = (tabId: number) => recorded.filter(([id]) => id === tabId).map(([, { fact }]) => fact);
const kinds = (tabId: number) => facts(tabId).map(({ kind }) => kind);
const worker = (more: object = {}): Fact =>
  response(`${PAGE}api`, [], { ...subresource, frameId: -1, initiator: 'https://shop.example', ...more });

describe('recording', () => {
  it('begins with the tab, whatever comes first', () => {
    recorder.record(1, response(PAGE));
    expect(kinds(1)).toEqual(['tab', 'response']);
    expect(facts(1)[0]).toMatchObject({ browser: 'chromium', storeId: '0', fingerprintKey: 'ab'.repeat(16) });
  });

  it('of a tab nobody has described yet corrects its store later, with the same key', async () => {
    browser.tabs.set(5, { id: 5, url: PAGE, incognito: true });
    recorder.record(5, response(PAGE));
    await vi.advanceTimersByTimeAsync(5);
    expect(kinds(5)).toEqual(['tab', 'response', 'tab']);
    expect(facts(5)[2]).toMatchObject({ storeId: '1', incognito: true, fingerprintKey: 'ab'.repeat(16) });
  });

  it('keeps what came before the journal was ready, in order', async () => {
    recorded = [];
    start();
    recorder.record(1, nav(PAGE));
    recorder.record(1, response(PAGE));
    expect(recorded).toEqual([]);
    await journal.ready;
    await vi.advanceTimersByTimeAsync(5);
    expect(kinds(1)).toEqual(['tab', 'navigation', 'response']);
  });

  it.each([
    nav('chrome://newtab/'),
    nav('about:blank'),
    { kind: 'page-done', at: T0, frameId: 0, url: 'chrome://settings/' } as const,
  ])('does not begin with $url', (fact) => {
    recorder.record(1, fact);
    expect(recorded).toEqual([]);
    expect(journal.tab(1)).toBeUndefined();
  });

  it.each<[string, Fact, boolean]>([
    ['a page’s navigation', nav(PAGE), false],
    ['a page’s load', response(PAGE), false],
    ['a subresource', response(PAGE, [], subresource), true],
  ])('that begins with %s asks for the frames: %s', (_, fact, asks) => {
    recorder.record(1, fact);
    expect(late).toEqual(asks ? [1] : []);
  });

  it('drops what is told of a closed tab', () => {
    recorder.record(1, response(PAGE));
    tabs.gone(1);
    journal.close(1);
    recorder.record(1, response(PAGE));
    expect(kinds(1)).toEqual(['tab', 'response']);
    expect(journal.tab(1)).toBeUndefined();
  });
});

describe('a request without a tab', () => {
  it('goes to the tab of its origin, marked', () => {
    recorder.record(NO_TAB, worker());
    expect(facts(1).at(-1)).toMatchObject({ kind: 'response', attributed: true });
  });

  it('goes to none where no tab is of that origin', () => {
    recorder.record(NO_TAB, worker({ initiator: 'https://other.example' }));
    expect(facts(NO_TAB).at(-1)).not.toHaveProperty('attributed');
  });

  it('stays with one tab from beginning to end', () => {
    recorder.record(NO_TAB, sent(`${PAGE}api`, null, { ...subresource, initiator: 'https://shop.example' }));
    tabs.saw(2, PAGE);
    recorder.record(NO_TAB, worker());
    recorder.record(NO_TAB, { kind: 'failed', at: T0, requestId: 'r1', error: 'net::ERR_ABORTED' });
    expect(kinds(1)).toEqual(['tab', 'sent', 'response', 'failed']);
    expect(kinds(2)).toEqual([]);
  });

  it('goes to the newest tab of the origin, and to the older one when that left', () => {
    tabs.saw(1, PAGE);
    tabs.saw(2, PAGE);
    expect(tabs.attribute('https://shop.example', PAGE)).toBe(2);
    tabs.saw(2, 'https://other.example/');
    expect(tabs.attribute('https://shop.example', PAGE)).toBe(1);
    tabs.gone(1);
    expect(tabs.attribute('https://shop.example', PAGE)).toBe(NO_TAB);
  });

  it.each(['null', '', 'nonsense', 'chrome-extension://abc', 'data:,x'])(
    'with initiator %j goes to none',
    (initiator) => {
      expect(tabs.attribute(initiator, PAGE)).toBe(NO_TAB);
    },
  );
});

describe('a pause', () => {
  it('drops facts, then says how long it was', async () => {
    recorder.record(1, response(PAGE));
    const tab = recorder.begin(1);
    recorder.pause(tab, true);
    recorder.record(1, response(PAGE));
    await vi.advanceTimersByTimeAsync(5000);
    recorder.pause(tab, true);
    recorder.pause(tab, false);
    recorder.pause(tab, false);
    recorder.record(1, response(PAGE));
    expect(kinds(1)).toEqual(['tab', 'response', 'gap', 'response']);
    expect(facts(1)[2]).toEqual({ kind: 'gap', at: T0 + 5000, since: T0, reason: 'paused' });
  });

  it('outlives the worker', async () => {
    const storage = memoryStorage();
    start(storage);
    await journal.ready;
    recorder.pause(recorder.begin(1), true);
    await journal.settled();
    recorded = [];
    start(storage);
    await journal.ready;
    await vi.advanceTimersByTimeAsync(1000);
    recorder.record(1, response(PAGE));
    recorder.pause(recorder.begin(1), false);
    expect(kinds(1)).toEqual(['gap']);
    expect(facts(1)[0]).toMatchObject({ since: T0 });
  });
});

describe('the recording in memory', () => {
  it('is the journal’s, and follows it without reading again', async () => {
    const live = createLive(journal);
    const tab = journal.open(9);
    const add = (fact: Fact) => live.add(9, journal.append(tab, fact));
    add(response(PAGE, ['sid=1']));
    expect(live.peek(9)).toBeUndefined();
    const recording = await live.get(9);
    add(response(PAGE, ['sid=2']));
    expect(recording?.setCookies.size).toBe(2);
    expect(await live.get(9)).toBe(recording);
    live.forget(9);
    expect((await live.get(9))?.setCookies.size).toBe(2);
  });

  it('of a tab that has none is null', async () => {
    expect(await createLive(journal).get(77)).toBeNull();
  });

  it('is read once for all who ask at once', async () => {
    const live = createLive(journal);
    journal.open(9);
    const [a, b] = await Promise.all([live.get(9), live.get(9)]);
    expect(a).toBe(b);
  });

  it('is let go where nobody looks, the watched are kept', async () => {
    const live = createLive(journal);
    for (let tabId = 10; tabId < 20; tabId += 1) journal.open(tabId).watched = tabId === 10;
    for (let tabId = 10; tabId < 20; tabId += 1) await live.get(tabId);
    expect([10, 11, 18, 19].map((tabId) => live.peek(tabId) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });
});
