import { describe, expect, it } from 'vitest';
import { partChanges, wholeValue } from '../../../src/panel/parts/value-layers/parts.ts';
import { cookieOf } from '../../helpers/panel-store.ts';

const part = (index: number, value: string) => cookieOf(`sb.${index}`, { value, path: '/app' });
const PARTS = [part(0, 'abcd'), part(1, 'efgh'), part(2, 'ij')];
/** Name and value before and after. */
const rows = (value: string, parts = PARTS) =>
  partChanges(parts, value)?.map(({ before, after }) => [
    before && `${before.name}=${before.value}`,
    after && `${after.name}=${after.value}`,
  ]);

describe('a value that stands in several cookies', () => {
  it('is put together', () => {
    expect(wholeValue(PARTS)).toBe('abcdefghij');
  });

  it.each([
    ['the same', 'abcdefghij', []],
    ['a change within one', 'abcdeXghij', [['sb.1=efgh', 'sb.1=eXgh']]],
    [
      'longer',
      'abcdefghijklm',
      [
        ['sb.2=ij', 'sb.2=ijkl'],
        [null, 'sb.3=m'],
      ],
    ],
    [
      'shorter',
      'abcdef',
      [
        ['sb.1=efgh', 'sb.1=ef'],
        ['sb.2=ij', null],
      ],
    ],
    [
      'empty',
      '',
      [
        ['sb.0=abcd', 'sb.0='],
        ['sb.1=efgh', null],
        ['sb.2=ij', null],
      ],
    ],
  ])('%s', (_, value, expected) => {
    expect(rows(value)).toEqual(expected);
  });

  it('has further parts like the first', () => {
    expect(partChanges(PARTS, 'abcdefghijklm')?.[1]?.after).toEqual(part(3, 'm'));
  });

  it('needs at most 50', () => {
    expect(rows('x'.repeat(200))).toHaveLength(50);
    expect(rows('x'.repeat(201))).toBeUndefined();
  });

  it('or in one, whatever its name', () => {
    const one = [cookieOf('v2', { value: 'a' })];
    expect(rows('bcd', one)).toEqual([['v2=a', 'v2=bcd']]);
    expect(rows('a', one)).toEqual([]);
    expect(partChanges([], 'a')).toEqual([]);
  });
});
