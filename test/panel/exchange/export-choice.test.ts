import { describe, expect, it } from 'vitest';
import { keyOf } from '../../../src/core/recording/keys.ts';
import {
  asStored,
  exportChoices,
  fileName,
  firstChoice,
  lostGroups,
} from '../../../src/panel/exchange/export/choice.ts';
import type { TabState } from '../../../src/protocol/port.ts';
import { cookieOf, jarOf, START, testStore } from '../../helpers/panel-store.ts';

const TAB: TabState = {
  tabId: 1,
  url: 'https://www.shop.example/cart',
  page: 'inspectable',
  access: 'granted',
  askFor: [],
  recording: true,
  keep: false,
  scripts: false,
  incognito: false,
};

function storeOf() {
  const test = testStore([
    jarOf(
      cookieOf('sid'),
      cookieOf('wide', { domain: 'www.shop.example' }),
      cookieOf('other', { domain: 'cdn.example' }),
      cookieOf('gone'),
    ),
    { kind: 'cookie', at: START + 9, removed: true, cause: 'expired', cookie: cookieOf('gone') },
  ]);
  test.store.sink.state(TAB);
  return test.store;
}

const names = (cookies: readonly { readonly name: string }[]) => cookies.map(({ name }) => name).sort();

describe('what can be exported', () => {
  it('is what is there now: of the page, of its site, on show', () => {
    const store = storeOf();
    const choices = exportChoices(store, []);
    expect(choices.site).toBe('shop.example');
    expect(names(choices.cookies.page)).toEqual(['other', 'sid', 'wide']);
    expect(names(choices.cookies.site)).toEqual(['sid', 'wide']);
    expect([choices.isFiltered, firstChoice(choices)]).toEqual([false, 'page']);
    store.search.value = 'wid';
    const filtered = exportChoices(store, []);
    expect([names(filtered.cookies.filtered), firstChoice(filtered)]).toEqual([['wide'], 'filtered']);
  });

  it('is first of all what a person selected', () => {
    const choices = exportChoices(storeOf(), [cookieOf('sid')]);
    expect([names(choices.cookies.selected), firstChoice(choices)]).toEqual([['sid'], 'selected']);
  });
});

it('what is written is what the store has', () => {
  const exact = cookieOf('sid', { expires: START + 7 });
  const known = exportChoices(storeOf(), [cookieOf('sid', { expires: START }), cookieOf('other')]);
  const { cookies } = asStored(known, new Map([[keyOf(exact), exact]]));
  expect(cookies.selected).toEqual([exact, cookieOf('other')]);
});

it('what is lost is told once a field and reason, with how many cookies', () => {
  expect(
    lostGroups([
      { cookie: 0, field: 'expires', why: 'rounded' },
      { cookie: 0, field: 'partitionKey', why: 'no-place' },
      { cookie: 1, field: 'partitionKey', why: 'no-place' },
      { cookie: 1, field: 'partitionKey', why: 'no-place' },
    ]),
  ).toEqual([
    { field: 'partitionKey', why: 'no-place', cookies: 2 },
    { field: 'expires', why: 'rounded', cookies: 1 },
  ]);
});

it.each([
  ['shop.example', 'cookies-shop.example-2026-01-15'],
  ['[::1]', 'cookies-___1_-2026-01-15'],
  [null, 'cookies-2026-01-15'],
])('the file for %s is named %s', (site, name) => {
  expect(fileName(site, START)).toBe(name);
});
