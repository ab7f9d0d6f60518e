import { describe, expect, it } from 'vitest';
import type { ReadRow } from '../../../src/core/exchange/types.ts';
import type { BrowserCookie } from '../../../src/core/recording/fact.ts';
import { keyOf } from '../../../src/core/recording/keys.ts';
import { categoryOf, countCategories } from '../../../src/panel/exchange/import/category.ts';
import { differences } from '../../../src/panel/exchange/import/differences.ts';
import {
  canTake,
  type ImportRow,
  isTakenAtFirst,
  judgeRow,
  lastOfEach,
} from '../../../src/panel/exchange/import/row.ts';
import { cookieOf, START } from '../../helpers/panel-store.ts';

function readRow(cookie: BrowserCookie, over: Partial<ReadRow> = {}): ReadRow {
  return { where: '1', name: cookie.name, cookie, problem: null, assumed: [], ...over };
}

function judged(row: ReadRow, stored: readonly BrowserCookie[] = [], isRefused = false): ImportRow {
  return judgeRow(row, 0, lastOfEach([row]), {
    stored: new Map(stored.map((cookie) => [keyOf(cookie), cookie])),
    problems: () => (isRefused ? [{ field: 'path', kind: 'prefix-path' }] : []),
  });
}

describe('differences', () => {
  const before = cookieOf('sid', { expires: START });
  it.each<[Partial<BrowserCookie>, readonly string[]]>([
    [{}, []],
    [{ value: 'other' }, ['value']],
    [{ secure: false, httpOnly: false, sameSite: 'none' }, ['secure', 'httpOnly', 'sameSite']],
    [{ expires: START + 999 }, []],
    [{ expires: START - 1_000 }, ['expires']],
    [{ expires: null }, ['expires']],
  ])('of %j are %j', (over, fields) => {
    expect(differences(before, { ...before, ...over })).toEqual(fields);
  });
});

describe('a row', () => {
  const sid = cookieOf('sid');
  it.each<[string, ImportRow, string, boolean]>([
    ['is new', judged(readRow(sid)), 'new', true],
    ['changes what is there', judged(readRow(sid), [{ ...sid, value: 'old' }]), 'changes', true],
    ['is the same', judged(readRow(sid), [sid]), 'same', false],
    [
      'is another for its partition',
      judged(readRow(sid), [{ ...sid, partitionKey: 'https://a.example' }]),
      'new',
      true,
    ],
    ['is refused by the engine', judged(readRow(sid), [], true), 'refused', false],
    [
      'cannot be read',
      judged({ where: '3', name: '', cookie: null, problem: 'not-a-cookie', assumed: [] }),
      'refused',
      false,
    ],
  ])('that %s', (_, row, state, isTaken) => {
    expect(row.state).toBe(state);
    expect(isTakenAtFirst(row)).toBe(isTaken);
    expect(categoryOf(row, isTaken, null)).toBe(state);
  });

  it('that our engine would refuse can be tried all the same, one that cannot be read not', () => {
    expect(canTake(judged(readRow(sid), [], true))).toBe(true);
    expect(canTake(judged({ where: '3', name: '', cookie: null, problem: 'bad-value', assumed: [] }))).toBe(
      false,
    );
  });

  it('gives way to a later one of the same identity', () => {
    const rows = [readRow(sid), readRow(cookieOf('other')), readRow({ ...sid, value: 'later' })];
    const last = lastOfEach(rows);
    const all = rows.map((row, index) =>
      judgeRow(row, index, last, { stored: new Map(), problems: () => [] }),
    );
    expect(all.map(({ again }) => again)).toEqual([true, false, false]);
    expect(all.map(isTakenAtFirst)).toEqual([false, true, true]);
  });
});

it('a row that was left out is counted as such, and after the import by what became of it', () => {
  const row = judged(readRow(cookieOf('sid')));
  expect(categoryOf(row, false, null)).toBe('left');
  expect(categoryOf(row, true, new Map([[0, { outcome: 'refused', error: 'no' }]]))).toBe('refused');
  expect(categoryOf(row, false, new Map())).toBe('left');
  expect(countCategories(['left', 'done', 'left'])).toMatchObject({ left: 2, done: 1, new: 0 });
});
