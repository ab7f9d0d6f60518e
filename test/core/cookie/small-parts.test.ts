import { describe, expect, it } from 'vitest';
import { formatCookieHeader, parseCookieHeader } from '../../../src/core/cookie/cookie-header.ts';
import { cookieKey } from '../../../src/core/cookie/identity.ts';
import { utf8Length } from '../../../src/core/cookie/octets.ts';
import { formatSetCookie } from '../../../src/core/cookie/serialise.ts';

it.each([
  ['', 0],
  ['abc', 3],
  ['é', 2],
  ['√', 3],
  ['😀', 4],
  ['\ud800', 3],
  ['\udc00\ud800', 6],
  ['\ud800a', 4],
  ['\ud83d😀', 7],
])('utf8Length(%j) is %d', (text, octets) => {
  expect(utf8Length(text)).toBe(octets);
});

it.each([
  [
    'a=1; b=2',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  [
    'a=1;b=2;',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  ['a=b=c', [['a', 'b=c']]],
  [
    'bare; a=1',
    [
      ['', 'bare'],
      ['a', '1'],
    ],
  ],
  [' a = 1 ', [['a', '1']]],
  [
    'a=1; a=2',
    [
      ['a', '1'],
      ['a', '2'],
    ],
  ],
  ['__proto__=x', [['__proto__', 'x']]],
  [
    'a="1;2"',
    [
      ['a', '"1'],
      ['', '2"'],
    ],
  ],
  [';;', []],
  ['', []],
])('parseCookieHeader(%j)', (header, expected) => {
  expect(parseCookieHeader(header).map(({ name, value }) => [name, value])).toEqual(expected);
});

it('formatCookieHeader leaves the name of a nameless cookie out', () => {
  expect(
    formatCookieHeader([
      { name: '', value: 'x' },
      { name: 'a', value: '' },
    ]),
  ).toBe('x; a=');
});

describe('cookieKey', () => {
  const cookie = { name: 'a', domain: 'shop.example', hostOnly: true, path: '/', partitionKey: null };

  it('is the same for the same identity', () => {
    expect(cookieKey({ ...cookie })).toBe(cookieKey(cookie));
  });

  it.each([
    { name: 'b' },
    { domain: 'a.shop.example' },
    { hostOnly: false },
    { path: '/x' },
    { partitionKey: 'https://shop.example' },
    { partitionKey: '' },
    { hostOnly: true, domain: '.shop.example' },
  ])('changes with %j', (over) => {
    expect(cookieKey({ ...cookie, ...over })).not.toBe(cookieKey(cookie));
  });
});

it('formatSetCookie writes the canonical form', () => {
  expect(
    formatSetCookie({
      name: 'a',
      value: 'b',
      domain: 'shop.example',
      path: '/',
      expires: 0,
      maxAge: 60,
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      partitioned: true,
    }),
  ).toBe(
    'a=b; Domain=shop.example; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60; Secure; HttpOnly; SameSite=Lax; Partitioned',
  );
});
