import { describe, expect, it } from 'vitest';
import { lineOfDelete, lineOfSet } from '../../src/instrument/cookie-store-line.ts';

const NOW = 1_767_225_600_000;

describe('a call of cookieStore.set as a line', () => {
  it.each<[string, readonly unknown[], string | null]>([
    ['a name and a value', ['a', '1'], 'a=1; Path=/; Secure; SameSite=strict'],
    ['options', [{ name: 'a', value: '1' }], 'a=1; Path=/; Secure; SameSite=strict'],
    [
      'all of them',
      [
        {
          name: 'a',
          value: '1',
          domain: 'shop.example',
          path: '/x',
          sameSite: 'none',
          partitioned: true,
          expires: NOW + 90_500,
        },
      ],
      'a=1; Domain=shop.example; Path=/x; Secure; SameSite=none; Max-Age=90; Partitioned',
    ],
    [
      'an end long ago',
      [{ name: 'a', value: '', expires: -1e300 }],
      'a=; Path=/; Secure; SameSite=strict; Max-Age=-10000000000',
    ],
    [
      'an end that is none',
      [{ name: 'a', value: '', expires: Number.NaN }],
      'a=; Path=/; Secure; SameSite=strict; Max-Age=0',
    ],
    [
      'no domain',
      [{ name: 'a', value: '1', domain: null, expires: null }],
      'a=1; Path=/; Secure; SameSite=strict',
    ],
    ['a number for a value', ['a', 5], 'a=5; Path=/; Secure; SameSite=strict'],
    ['a semicolon in the name', ['a;b', '1'], null],
    ['a semicolon in the value', [{ name: 'a', value: '1; HttpOnly' }], null],
    ['a semicolon in the path', [{ name: 'a', value: '1', path: '/;' }], null],
    ['an object for a value', ['a', {}], null],
    ['nothing', [], null],
    ['null', [null], null],
  ])('%s', (_, args, line) => {
    expect(lineOfSet(args, NOW)).toBe(line);
  });

  it('asks nothing of prototypes that a page can change', () => {
    const options = Object.create({ name: 'inherited', value: 'x' });
    expect(lineOfSet([options], NOW)).toBe('inherited=x; Path=/; Secure; SameSite=strict');
  });
});

describe('a call of cookieStore.delete as a line', () => {
  it.each<[string, readonly unknown[], string | null]>([
    ['a name', ['a'], 'a=; Path=/; Secure; Max-Age=0'],
    [
      'options',
      [{ name: 'a', path: '/x', domain: 'shop.example' }],
      'a=; Domain=shop.example; Path=/x; Secure; Max-Age=0',
    ],
    ['nothing', [], null],
  ])('%s', (_, args, line) => {
    expect(lineOfDelete(args)).toBe(line);
  });
});
