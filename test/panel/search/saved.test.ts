import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/panel/search/parse.ts';
import { MOST_SAVED, refusal, savedSearches, withSaved } from '../../../src/panel/search/saved.ts';
import { testStore } from '../../helpers/panel-store.ts';

const why = (text: string, saved = 0, values: readonly string[] = ['Secret-Value-123', 'dark']) => {
  const kept = Array.from({ length: saved }, (_, index) => ({ name: `${index}`, text: 'x' }));
  return refusal(text, parseQuery(text), kept, values);
};

describe('a search is kept', () => {
  it.each([
    'role:session',
    'sid -cart',
    'dark',
    'name:secret-value',
    'domain=secret-value.example',
    '/^s/i',
    'some*name',
  ])('%s', (text) => {
    expect(why(text)).toBeNull();
  });
});

describe('a search is not kept', () => {
  it.each([
    ['', { kind: 'empty' }],
    ['role:', { kind: 'empty' }],
    ['value:x', { kind: 'asks-for-value' }],
    ['role:session -value=x', { kind: 'asks-for-value' }],
    ['secret-value-123', { kind: 'in-value', word: 'secret-value-123' }],
    ['sid value-1', { kind: 'in-value', word: 'value-1' }],
    ['"t-value"', { kind: 'in-value', word: 't-value' }],
    ['secret*123', { kind: 'in-value', word: 'secret' }],
    ['/^Secret-.*/', { kind: 'in-value', word: 'secret-' }],
    ['x'.repeat(2_001), { kind: 'too-long' }],
  ])('%s: %o', (text, expected) => {
    expect(why(text)).toEqual(expected);
  });

  it('with fifty kept already', () => {
    expect(why('sid', MOST_SAVED)).toEqual({ kind: 'too-many' });
  });
});

describe('what is kept', () => {
  it('has each name once, the newest last', () => {
    const first = withSaved([], { name: ' a ', text: ' x ' });
    const second = withSaved(first, { name: 'b', text: 'y' });
    expect(withSaved(second, { name: 'a', text: 'z' })).toEqual([
      { name: 'b', text: 'y' },
      { name: 'a', text: 'z' },
    ]);
    expect(first).toEqual([{ name: 'a', text: 'x' }]);
  });

  it.each([
    ['nonsense', []],
    [[{ name: 'a' }], []],
    [[null], []],
    [[{ name: 'a', text: 'x' }], [{ name: 'a', text: 'x' }]],
    [Array(MOST_SAVED + 1).fill({ name: 'a', text: 'x' }), []],
  ])('is read only where it fits', (stored, expected) => {
    const { store } = testStore([], { searches: stored });
    expect(savedSearches(store).value).toEqual(expected);
  });
});
