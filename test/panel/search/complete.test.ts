import { describe, expect, it } from 'vitest';
import { cookieRow } from '../../../src/panel/cookie-row.ts';
import { cookieFacetWords } from '../../../src/panel/cookie-words.ts';
import { complete, take } from '../../../src/panel/search/complete.ts';
import { cookieSearch } from '../../../src/panel/search/cookie-search.ts';
import type { SavedSearch } from '../../../src/panel/search/saved.ts';
import { searchScope } from '../../../src/panel/search/scope.ts';
import { cookieOf, jarOf, START, testStore } from '../../helpers/panel-store.ts';

const { store } = testStore([
  jarOf(
    cookieOf('sid', { value: 'qX8f2kLmN0pR4tVwYzA7b9Cd' }),
    cookieOf('theme', { domain: 'www.shop.example', secure: false }),
    cookieOf('odd name', { domain: 'www.shop.example', sameSite: 'none', expires: START + 1_000 }),
  ),
]);
const recording = store.recording.value;
const scope = searchScope({
  store,
  searchable: cookieSearch(() => recording),
  rows: () => Array.from(recording.cookies.values(), (entry) => cookieRow(recording, entry)),
  words: cookieFacetWords,
  now: () => START,
});
const SAVED: readonly SavedSearch[] = [{ name: 'Mine', text: 'role:session' }];

/** `|` is the caret. */
function offered(text: string, asked = false, saved = SAVED) {
  const caret = text.indexOf('|');
  const typed = text.replace('|', '');
  const completion = complete(typed, caret, { scope, saved, asked });
  return { completion, typed };
}
const inserts = (text: string, asked = false) =>
  offered(text, asked).completion.options.map(({ insert }) => insert);

describe('offers', () => {
  it.each([
    ['|', ['role:session']],
    ['s|', []],
    ['si|', ['size>', 'site:']],
    ['sec|', ['secure:']],
    ['-sec|', ['-secure:']],
    ['sid sec|', ['secure:']],
    ['sec| sid', ['secure:']],
    ['sid |', []],
    ['"sec|', []],
    ['/sec|', []],
    ['/a sec|/', []],
    ['verd|', []],
    ['https:|', []],
    ['value:|', []],
    ['value:s|', []],
    ['samesite:|', ['samesite:lax ', 'samesite:none ']],
    ['samesite:N|', ['samesite:none ']],
    ['samesite:none|', []],
    ['samesite:none,|', ['samesite:none,lax ']],
    ['-secure:|', ['-secure:yes ', '-secure:no ']],
    ['domain:|', ['domain=www.shop.example ', 'domain=shop.example ']],
    ['domain:www|', ['domain=www.shop.example ']],
    ['secure:yes domain:|', ['domain=shop.example ', 'domain=www.shop.example ']],
    ['name:odd|', ['name="odd name" ']],
    ['name:"odd |', ['name="odd name" ']],
    ['expires<|', ['expires<1h ', 'expires<1d ', 'expires<30d ']],
    ['expires>|', ['expires>30d ', 'expires>400d ']],
    ['expires<1h|', []],
    ['verdict:|', []],
  ])('%s: %o', (text, expected) => {
    expect(inserts(text)).toEqual(expected);
  });

  it('all facets of the list where a person asks', () => {
    expect(inserts('|', true)).toEqual(expect.arrayContaining(['role:session', 'name:', 'role:', 'size>']));
    expect(inserts('sid |', true)).toEqual(scope.facets.map((id) => expect.stringContaining(id)));
    expect(inserts('|', true)).not.toContain('verdict:');
  });

  it('how many rows each value would show, by what else is searched', () => {
    const counts = (text: string) =>
      offered(text).completion.options.map(({ text: value, count }) => [value, count]);
    expect(counts('domain:|')).toEqual([
      ['www.shop.example', 2],
      ['shop.example', 1],
    ]);
    expect(counts('domain:| secure:yes')).toEqual([
      ['shop.example', 1],
      ['www.shop.example', 1],
    ]);
    expect(counts('expires<|')).toEqual([
      ['expires<1h', 1],
      ['expires<1d', 1],
      ['expires<30d', 1],
    ]);
  });

  it('nothing where the list is not searched', () => {
    expect(complete('role:', 5, { scope: null, saved: [], asked: true }).options).toEqual([]);
  });
});

describe('taking', () => {
  it.each([
    ['sec|', 'secure:', 'secure:|'],
    ['a -sec| b', '-secure:', 'a -secure:| b'],
    ['domain:www|', 'domain=www.shop.example ', 'domain=www.shop.example |'],
    ['domain:www| theme', 'domain=www.shop.example ', 'domain=www.shop.example |theme'],
    ['|', 'role:session', 'role:session|'],
  ])('%s + %s', (text, insert, expected) => {
    const { completion, typed } = offered(text);
    const option = completion.options.find((each) => each.insert === insert);
    if (option === undefined) throw new Error('not offered');
    const taken = take(typed, completion, option);
    expect(`${taken.text.slice(0, taken.caret)}|${taken.text.slice(taken.caret)}`).toBe(expected);
  });
});
