import { describe, expect, it } from 'vitest';
import type { BrowserCookie } from '../../src/core/recording/fact.ts';
import { createCookiesModel } from '../../src/panel/features/cookies/model.ts';
import { COLUMN_IDS, type ColumnId } from '../../src/protocol/columns.ts';
import { cookieOf, jarOf, responseWith, START, testStore } from '../helpers/panel-store.ts';

const names = (model: ReturnType<typeof createCookiesModel>) =>
  model.rows.value.map((row) => row.cookie.name);

function modelOf(...cookies: readonly BrowserCookie[]) {
  const test = testStore([jarOf(...cookies)]);
  return { ...test, model: createCookiesModel(test.store) };
}

describe('rows', () => {
  it('come and change with deltas', () => {
    const { model, add } = modelOf(cookieOf('sid'));
    expect(names(model)).toEqual(['sid']);
    add(responseWith(['theme=dark; Path=/; Secure']));
    expect(names(model)).toEqual(['sid', 'theme']);
  });

  it('stay the same object as long as nothing about them changed', () => {
    const { model, add } = modelOf(cookieOf('sid'), cookieOf('theme'));
    const [sid, theme] = model.rows.value;
    add(responseWith(['theme=other; Path=/; Secure; HttpOnly; SameSite=Lax']));
    expect(model.rows.value[0]).toBe(sid);
    expect(model.rows.value[1]).not.toBe(theme);
    expect(model.rows.value[1]?.cookie.value).toBe('other');
  });

  it('say what is gone', () => {
    const { model, add } = modelOf(cookieOf('sid'));
    add({ kind: 'cookie', at: START + 5_000, removed: true, cause: 'expired', cookie: cookieOf('sid') });
    expect(model.rows.value[0]?.state).toBe('gone');
    expect(model.summary.value).toMatchObject({ present: 0, gone: 1, bytes: 0 });
  });

  it('count octets, not characters', () => {
    const { model } = modelOf(cookieOf('ü', { value: '€' }));
    expect(model.rows.value[0]?.size).toBe(5);
  });
});

describe('search', () => {
  const cookies = [
    cookieOf('sid', { value: 'SECRET' }),
    cookieOf('theme', { domain: 'www.shop.example' }),
    cookieOf('cart', { path: '/cart' }),
  ];

  it.each([
    ['', ['cart', 'sid', 'theme']],
    ['SID', ['sid']],
    ['www', ['theme']],
    ['/cart', ['cart']],
    ['shop t', ['cart', 'theme']],
    ['nothing', []],
  ])('for "%s" finds %o', (search, found) => {
    const { model, store } = modelOf(...cookies);
    store.search.value = search;
    expect(names(model)).toEqual(found);
  });

  it('looks into values only where they are shown', () => {
    const { model, store } = modelOf(...cookies);
    store.search.value = 'secret';
    expect(names(model)).toEqual([]);
    store.showValues.value = true;
    expect(names(model)).toEqual(['sid']);
  });
});

describe('facets', () => {
  const cookies = [
    cookieOf('sid', { sameSite: 'strict', value: 'qX8f2kLmN0pR4tVwYzA7b9Cd' }),
    cookieOf('theme', { httpOnly: false, secure: false, expires: START + 1_000_000 }),
    cookieOf('ad', { domain: 'ads.example', partitionKey: 'https://shop.example', sameSite: 'none' }),
  ];

  it.each([
    [{ httpOnly: ['no'] }, ['theme']],
    [{ secure: ['yes'] }, ['ad', 'sid']],
    [{ sameSite: ['strict', 'none'] }, ['ad', 'sid']],
    [{ sameSite: ['strict'], secure: ['no'] }, []],
    [{ lifetime: ['persistent'] }, ['theme']],
    [{ partition: ['https://shop.example'] }, ['ad']],
    [{ partition: ['unpartitioned'] }, ['sid', 'theme']],
    [{ domain: ['ads.example'] }, ['ad']],
    [{ party: ['third'] }, ['ad']],
    [{ role: ['session'] }, ['sid']],
    [{ role: ['preference'] }, ['theme']],
    [{ state: ['present'] }, ['ad', 'sid', 'theme']],
    [{ state: [] }, ['ad', 'sid', 'theme']],
  ])('%o lets through %o', (choice, found) => {
    const { model, store } = modelOf(...cookies);
    store.cookieFacets.value = choice;
    expect(names(model)).toEqual(found);
  });

  it('are cleared together with the search', () => {
    const { model, store } = modelOf(...cookies);
    store.cookieFacets.value = { httpOnly: ['no'] };
    store.search.value = 'sid';
    model.clearFilters();
    expect(names(model)).toEqual(['ad', 'sid', 'theme']);
  });
});

describe('sorting', () => {
  const cookies = [
    cookieOf('b', { expires: START + 2_000, value: 'long value', path: '/x' }),
    cookieOf('a', { expires: null, value: '1', domain: 'z.shop.example', secure: false }),
    cookieOf('c', { expires: START + 1_000, value: '22', httpOnly: false, sameSite: 'none' }),
  ];

  it.each<[ColumnId, boolean, string]>([
    ['name', false, 'abc'],
    ['name', true, 'cba'],
    ['expires', false, 'cba'],
    ['expires', true, 'abc'],
    ['size', false, 'acb'],
    ['domain', false, 'bca'],
    ['path', true, 'bac'],
    ['secure', false, 'bca'],
    ['httpOnly', true, 'cab'],
    ['sameSite', true, 'cab'],
  ])('by %s, descending %s: %s, equal ones by name', (column, descending, order) => {
    const { model } = modelOf(...cookies);
    model.sort.value = { column, descending };
    expect(names(model).join('')).toBe(order);
  });

  it.each(COLUMN_IDS.map((id) => [id]))('by %s keeps every row', (column) => {
    const { model } = modelOf(...cookies);
    model.sort.value = { column, descending: false };
    expect(names(model).toSorted()).toEqual(['a', 'b', 'c']);
  });
});

describe('preferences', () => {
  it.each([
    [
      { column: 'size', descending: true },
      { column: 'size', descending: true },
    ],
    [
      { column: 'nonsense', descending: true },
      { column: 'name', descending: false },
    ],
    ['broken', { column: 'name', descending: false }],
  ])('a remembered sort of %o becomes %o', (stored, used) => {
    const { store } = testStore([], { 'cookies.sort': stored });
    expect(createCookiesModel(store).sort.value).toEqual(used);
  });
});

describe('details', () => {
  it('follow the cookie as it changes', () => {
    const { model, store, add } = modelOf(cookieOf('sid'));
    const row = model.rows.value[0];
    store.cookie.value = row?.key ?? null;
    expect(model.opened.value?.cookie.value).toBe('value of sid');
    add(responseWith(['sid=new; Path=/; Secure; HttpOnly; SameSite=Lax']));
    expect(model.opened.value?.cookie.value).toBe('new');
  });
});
