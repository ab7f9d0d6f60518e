import { describe, expect, it } from 'vitest';
import {
  childrenOf,
  countOf,
  isSmall,
  timeIn,
  typeOf,
} from '../../../src/panel/parts/value-layers/tree-model.ts';

describe('a tree of data', () => {
  it.each([
    [null, 'null'],
    [undefined, 'null'],
    [[], 'array'],
    [{}, 'object'],
    ['a', 'string'],
    [1, 'number'],
    [true, 'boolean'],
  ])('%j is of type %s', (value, type) => {
    expect(typeOf(value)).toBe(type);
  });

  it('draws the first children of each kind, and __proto__ as a key', () => {
    expect(childrenOf([7, 8, 9], 2)).toEqual([
      ['0', 7],
      ['1', 8],
    ]);
    const hostile = JSON.parse('{"__proto__":{"a":1},"constructor":2}');
    expect(childrenOf(hostile, 10)).toEqual([
      ['__proto__', { a: 1 }],
      ['constructor', 2],
    ]);
    expect(countOf(hostile)).toBe(2);
  });

  it.each([
    ['nothing', {}, true],
    ['sixty', Array.from({ length: 60 }), true],
    ['one more', Array.from({ length: 61 }), false],
    ['the same, nested', Array.from({ length: 6 }, () => Array.from({ length: 10 })), false],
    ['a million', Array.from({ length: 1_000_000 }, () => []), false],
  ])('of %s', (_, data, small) => {
    expect(isSmall(data)).toBe(small);
  });

  it.each([
    ['exp', 1_700_000_000, 1_700_000_000_000],
    ['any', 1_700_000_000, 1_700_000_000_000],
    ['any', 1_700_000_000_123, 1_700_000_000_123],
    ['any', 1_700_000_000.5, 1_700_000_000_500],
    ['exp', 5, 5_000],
    ['any', 5, null],
    ['exp', 1e300, null],
    ['exp', Number.NaN, null],
    ['any', '2023-11-14T22:13:20Z', 1_700_000_000_000],
    ['any', '2023-11-14T22:13:20.000+00:00', 1_700_000_000_000],
    ['any', '2023-99-99T22:13:20Z', null],
    ['any', '2023-11-14', null],
    ['any', true, null],
  ])('%s: %j is the time %j', (key, value, at) => {
    expect(timeIn(key, value)).toBe(at);
  });
});
