import { describe, expect, it } from 'vitest';
import { noticesOf } from '../../src/panel/notice-kinds.ts';
import { pageStateOf } from '../../src/panel/page-state.tsx';
import { createStore } from '../../src/panel/store.ts';
import { memoryPreferences } from '../../src/platform/preferences.ts';
import type { TabState } from '../../src/protocol/port.ts';
import { cookieOf, jarOf, START, testStore } from '../helpers/panel-store.ts';

const TAB: TabState = {
  tabId: 1,
  url: 'https://shop.example/',
  page: 'inspectable',
  access: 'granted',
  askFor: [],
  recording: true,
  keep: false,
  scripts: false,
  incognito: false,
};

describe('pageStateOf', () => {
  it('waits until the worker has answered', () => {
    expect(pageStateOf(createStore(memoryPreferences(), 'cookies'))).toBe('connecting');
  });

  it.each([
    ['nothing special', {}, null],
    ['a browser page', { page: 'browser-page' }, 'browser-page'],
    ['missing access', { access: 'missing' }, 'no-access'],
  ] as const)('with %s and nothing recorded', (_, over, state) => {
    const { store } = testStore();
    store.sink.state({ ...TAB, ...over });
    expect(pageStateOf(store)).toBe(state);
  });

  it('keeps what was recorded on show, whatever the page is now', () => {
    const { store } = testStore([jarOf(cookieOf('sid'))]);
    store.sink.state({ ...TAB, access: 'missing' });
    expect(pageStateOf(store)).toBeNull();
    expect(noticesOf(store)).toEqual(['no-access']);
  });

  it('gives way to a mismatch always', () => {
    const { store } = testStore([jarOf(cookieOf('sid'))]);
    store.sink.status('mismatch');
    expect(pageStateOf(store)).toBe('mismatch');
  });
});

describe('noticesOf', () => {
  it('is quiet where all is well', () => {
    const { store } = testStore();
    store.sink.state(TAB);
    expect(noticesOf(store)).toEqual([]);
  });

  it('tells of a worker that went', () => {
    const { store } = testStore();
    store.sink.status('reconnecting');
    expect(noticesOf(store)).toEqual(['reconnecting']);
  });

  it('tells of a pause, and of the gap it left', () => {
    const { store, add } = testStore();
    store.sink.state({ ...TAB, recording: false });
    expect(noticesOf(store)).toEqual(['paused']);
    add({ kind: 'gap', at: START + 9_000, since: START + 1_000, reason: 'paused' });
    store.sink.state(TAB);
    expect(noticesOf(store)).toEqual(['gap']);
  });

  it.each([
    ['limit', ['dropped']],
    ['cleared', []],
    ['navigation', []],
  ] as const)('after a cut by %s shows %o', (reason, notices) => {
    const { store, add } = testStore();
    add({
      kind: 'baseline',
      at: START + 9_000,
      reason,
      dropped: { requests: 12, facts: 40 },
      frames: [],
      sites: [],
      cookies: [],
    });
    expect(noticesOf(store)).toEqual(notices);
  });
});
