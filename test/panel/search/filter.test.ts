import { describe, expect, it } from 'vitest';
import { cookieFilter } from '../../../src/panel/cookie-filter.ts';
import { cookieRow } from '../../../src/panel/cookie-row.ts';
import { createTrafficModel } from '../../../src/panel/features/traffic/model.ts';
import { globTest } from '../../../src/panel/search/text-test.ts';
import { cookieOf, jarOf, responseWith, START, testStore } from '../../helpers/panel-store.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = START + 10 * MINUTE;
const INSIDE = btoa('{"rank":"manager"}');

const test = testStore([
  jarOf(
    cookieOf('sid', { value: 'qX8f2kLmN0pR4tVwYzA7b9Cd', sameSite: 'strict' }),
    cookieOf('sid', { value: 'second-sid-value-of-www', domain: 'www.shop.example', path: '/cart' }),
    cookieOf('theme', { value: 'dark', secure: false, httpOnly: false, expires: NOW + DAY / 2 }),
    cookieOf('profile', { value: INSIDE, expires: NOW + 40 * DAY, sameSite: 'none' }),
    cookieOf('ad', { domain: 'ads.example', partitionKey: 'https://shop.example', value: 'x'.repeat(2_000) }),
    cookieOf('over', { expires: NOW - MINUTE, value: '' }),
  ),
  responseWith(['fresh=1; Path=/; Secure'], { at: NOW - MINUTE }),
]);

function found(search: string, showValues = false): string {
  const { store } = test;
  store.search.value = search;
  store.showValues.value = showValues;
  const recording = store.recording.peek();
  const passes = cookieFilter(store, () => NOW);
  return [...recording.cookies.values()]
    .map((entry) => cookieRow(recording, entry))
    .filter((row) => passes === null || passes(row))
    .map(({ cookie }) => (cookie.domain === 'www.shop.example' ? 'sid@www' : cookie.name))
    .join(' ');
}

const ALL = 'sid sid@www theme profile ad over fresh';

describe('finds', () => {
  it.each([
    ['', ALL],
    ['sid', 'sid sid@www'],
    ['sid cart', 'sid@www'],
    ['sid -cart', 'sid'],
    ['-sid -"ad"', 'theme profile over fresh'],
    ['s*d', 'sid sid@www'],
    ['shop.example/cart', 'sid@www'],
    ['/^s.d$/', 'sid sid@www'],
    ['/^S.D$/', ''],
    ['/^S.D$/i', 'sid sid@www'],
    ['/example\\/cart$/', 'sid@www'],
    ['-/e/', ''],
    ['name:i', 'sid sid@www profile'],
    ['name=sid', 'sid sid@www'],
    ['name=si', ''],
    ['name:"si"', 'sid sid@www'],
    ['name:/^.{3}$/', 'sid sid@www'],
    ['name:t*', 'theme'],
    ['name:sid,ad', 'sid sid@www ad'],
    ['domain:*.example -domain=shop.example', 'sid@www ad'],
    ['domain:shop', 'sid sid@www theme profile over fresh'],
    ['path:/cart', 'sid@www'],
    ['path=/', 'sid theme profile ad over fresh'],
    ['role:session', 'sid sid@www profile'],
    ['role:s', 'sid sid@www profile'],
    ['role:pref', 'theme'],
    ['state:present', ALL],
    ['state:gone', ''],
    ['party:third', 'ad'],
    ['-party:third sid', 'sid sid@www'],
    ['secure:no', 'theme'],
    ['secure:false', 'theme'],
    ['httponly:no', 'theme fresh'],
    ['SameSite=Strict', 'sid'],
    ['samesite:none,strict', 'sid profile'],
    ['lifetime:persistent', 'theme profile over'],
    ['partition:*', ALL],
    ['partition:shop', 'ad'],
    ['-partition:unpartitioned', 'ad'],
    ['duplicate:yes', 'sid sid@www'],
    ['expires<1d', 'theme over'],
    ['expires>30d', 'profile'],
    ['expires<0', 'over'],
    ['expires>0 expires<1d', 'theme'],
    ['expires>2025-12-31', 'theme profile over'],
    ['set<5min', 'fresh'],
    ['set>5min -sid', 'theme profile ad over'],
    ['size>1k', 'ad'],
    ['size=4', 'over'],
    ['sent>0', ''],
    ['sent=0', ALL],
    // What is not understood, or not finished, takes nothing away.
    ['/(/', ALL],
    ['/(?=a)/ sid', 'sid sid@www'],
    ['role:', ALL],
    ['expires<', ALL],
    ['verdict:stored', ALL],
    ['name:/(/', ALL],
  ])('%s: %s', (search, names) => {
    expect(found(search)).toBe(names);
  });
});

describe('values', () => {
  it.each([
    ['second', '', 'sid@www'],
    ['/^dark$/', '', 'theme'],
    ['value:dark', '', 'theme'],
    ['value=dark', '', 'theme'],
    ['-value:dark', ALL, 'sid sid@www profile ad over fresh'],
    ['dark theme', '', 'theme'],
  ])('%s finds "%s" while they are masked, "%s" while they are shown', (search, masked, shown) => {
    expect(found(search)).toBe(masked);
    expect(found(search, true)).toBe(shown);
  });

  it.each(['manager', '"rank":"manager"', 'value:manager', '/rank.*manager/'])(
    'what stands inside them is found once it is read: %s',
    async (search) => {
      expect(found(search)).toBe('');
      await expect.poll(() => found(search, true), { timeout: 4_000 }).toBe('profile');
      expect(found(search)).toBe('');
    },
  );
});

describe('together with the chips', () => {
  it('both must hold', () => {
    test.store.cookieFacets.value = { domain: ['shop.example'] };
    expect(found('sid')).toBe('sid');
    test.store.cookieFacets.value = {};
  });
});

describe('Traffic', () => {
  const { store } = testStore([
    responseWith(['sid=secret; Path=/; HttpOnly; SameSite=Lax', 'lang=de; Domain=other.example'], {
      url: 'https://shop.example/login?token=1',
    }),
    responseWith(['theme=dark; Secure'], { id: 'r2', url: 'https://shop.example/theme', status: 404 }),
  ]);
  const model = createTrafficModel(store, () => NOW);
  const lines = (search: string, showValues = false) => {
    store.search.value = search;
    store.showValues.value = showValues;
    return model.rows.value.map(({ name }) => name).join(' ');
  };

  it.each([
    ['', 'sid lang theme'],
    ['httponly', 'sid'],
    ['samesite=lax', 'sid lang theme'],
    ['login', 'sid lang'],
    ['/^THEME$/i', 'theme'],
    ['verdict:rejected', 'lang'],
    ['verdict:stored -status>=400', 'sid'],
    ['status=404', 'theme'],
    ['method:get type:main', 'sid lang theme'],
    ['domain=shop.example name:l', 'lang'],
    ['url:/login', 'sid lang'],
    ['httponly:yes', 'sid'],
    ['secure:yes', 'theme'],
    ['token', ''],
    ['secret', ''],
    ['value:secret', ''],
    ['role:session', 'sid lang theme'],
  ])('%s: %s', (search, names) => {
    expect(lines(search)).toBe(names);
  });

  it.each([
    ['token', 'sid lang'],
    ['secret', 'sid'],
    ['value:secret', 'sid'],
  ])('%s, while values are shown: %s', (search, names) => {
    expect(lines(search, true)).toBe(names);
  });
});

describe('*', () => {
  it.each([
    ['*', '', true],
    ['*', 'x', true],
    ['a*', 'abc', true],
    ['a*', 'ba', false],
    ['*a', 'ba', true],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a*b*c', 'a-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['*b*b*', 'b', false],
    ['**', 'x', true],
    ['a.c', 'abc', false],
    ['*.example', 'WWW.example', true],
  ])('%s, %s: %s', (glob, text, expected) => {
    expect(globTest(glob)(text)).toBe(expected);
  });

  it('is quick whatever the text', () => {
    const test = globTest(`${'*a'.repeat(50)}*b`);
    const start = performance.now();
    for (let turn = 0; turn < 3_300; turn += 1) test('a'.repeat(4_096));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
