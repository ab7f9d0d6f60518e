import { describe, expect, it } from 'vitest';
import { nameOfLine, parseSetCookie } from '../../../src/core/cookie/parse-set-cookie.ts';
import type { Browser, SetCookie, SetCookieBlockedReason } from '../../../src/core/cookie/types.ts';

function parsed(line: string, browser: Browser = 'chromium'): SetCookie {
  const result = parseSetCookie(line, { browser });
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.cookie;
}

function reason(line: string, browser: Browser): SetCookieBlockedReason | 'accepted' {
  const result = parseSetCookie(line, { browser });
  return result.ok ? 'accepted' : result.reason;
}

describe('name and value', () => {
  it.each([
    ['a=b', 'a', 'b'],
    ['a=b=c', 'a', 'b=c'],
    [' \t a \t = \t b \t ', 'a', 'b'],
    ['a=', 'a', ''],
    ['a', '', 'a'],
    ['=a', '', 'a'],
    ['=a=b', '', 'a=b'],
    ['a=b;', 'a', 'b'],
    ['a;b=c', '', 'a'],
    ['a="b;c"', 'a', '"b'],
    ['a="b"', 'a', '"b"'],
    ['a b=c d', 'a b', 'c d'],
    ['é=ü😀', 'é', 'ü😀'],
    ['__proto__=x', '__proto__', 'x'],
  ])('%j is named %j with value %j', (line, name, value) => {
    const cookie = parsed(line);
    expect([cookie.name, cookie.value]).toEqual([name, value]);
  });
});

it.each([
  ['chromium', '', 'bare'],
  ['firefox', 'bare', ''],
  ['rfc6265bis', '', 'bare'],
] as const)('a pair without `=`, to %s, has the name %j and the value %j', (browser, name, value) => {
  for (const line of ['bare', ' bare\t; Path=/', 'bare;a=b']) {
    const cookie = parsed(line, browser);
    expect([cookie.name, cookie.value]).toEqual([name, value]);
    expect(nameOfLine(line, browser)).toBe(name);
  }
});

describe('refusals', () => {
  const long = 'n'.repeat(4096);
  it.each([
    ['', 'NoCookieContent', 'NoCookieContent', 'NoCookieContent', 'nothing at all'],
    [' = ; Path=/', 'NoCookieContent', 'NoCookieContent', 'NoCookieContent', 'name and value empty'],
    [';a=b', 'NoCookieContent', 'NoCookieContent', 'NoCookieContent', 'the pair ends at the first semicolon'],
    [long, 'accepted', 'accepted', 'accepted', '4,096 octets'],
    [`${long}=`, 'accepted', 'accepted', 'accepted', 'the equals sign does not count'],
    [
      `${long}=x`,
      'NameValuePairExceedsMaxSize',
      'NameValuePairExceedsMaxSize',
      'NameValuePairExceedsMaxSize',
      '4,097 octets',
    ],
    [
      `a=${'é'.repeat(2048)}`,
      'NameValuePairExceedsMaxSize',
      'NameValuePairExceedsMaxSize',
      'NameValuePairExceedsMaxSize',
      'octets count, not characters',
    ],
    [
      'a=b\x01c',
      'DisallowedCharacter',
      'DisallowedCharacter',
      'DisallowedCharacter',
      'control character in the value',
    ],
    ['a\x7F=b', 'DisallowedCharacter', 'DisallowedCharacter', 'DisallowedCharacter', 'DEL in the name'],
    [
      'a=b; Foo=\x1F',
      'DisallowedCharacter',
      'DisallowedCharacter',
      'DisallowedCharacter',
      'control character in an attribute',
    ],
    ['a=b\0', 'DisallowedCharacter', 'DisallowedCharacter', 'DisallowedCharacter', 'NUL, even at the end'],
    ['a=b\nc', 'DisallowedCharacter', 'DisallowedCharacter', 'DisallowedCharacter', 'LF'],
    ['a\tb=c', 'DisallowedCharacter', 'accepted', 'accepted', 'TAB inside the name'],
    ['=x', 'accepted', 'SyntaxError', 'accepted', 'no name: Firefox has no nameless cookies'],
    ['=a=b', 'accepted', 'SyntaxError', 'accepted', 'no name, and a value with `=`'],
    ['; a=b', 'NoCookieContent', 'NoCookieContent', 'NoCookieContent', 'an empty pair'],
    ['a=b\tc', 'DisallowedCharacter', 'accepted', 'accepted', 'TAB inside the value'],
    ['a=b; Foo=b\tc', 'DisallowedCharacter', 'accepted', 'accepted', 'TAB inside an attribute'],
    ['a=b; Path=/\tc', 'DisallowedCharacter', 'DisallowedCharacter', 'accepted', 'TAB inside the path'],
    [
      'a=b; Path=/\tc; Path=/',
      'DisallowedCharacter',
      'accepted',
      'accepted',
      'TAB inside a path that does not count',
    ],
    ['a=b; Path=c\td', 'DisallowedCharacter', 'accepted', 'accepted', 'TAB inside a path that is none'],
    [
      `a=b; Path=/\t${long}`,
      'DisallowedCharacter',
      'accepted',
      'accepted',
      'TAB inside a path that is too long',
    ],
    ['a=b\t; Secure', 'accepted', 'accepted', 'accepted', 'TAB around is trimmed'],
    [
      `${long}=\tx\x02y`,
      'NameValuePairExceedsMaxSize',
      'NameValuePairExceedsMaxSize',
      'DisallowedCharacter',
      'browsers measure before they look',
    ],
  ] as const)('%#: %5$s', (line, chromium, firefox, rfc, _why) => {
    expect(reason(line, 'chromium')).toBe(chromium);
    expect(reason(line, 'firefox')).toBe(firefox);
    expect(reason(line, 'rfc6265bis')).toBe(rfc);
  });
});

describe('attributes', () => {
  it('keeps every piece that is not empty as written, in order', () => {
    expect(parsed('a=b; PATH = /x ;; Foo ;=;secure=no; \t;Bar==').attributes).toEqual([
      { name: 'PATH', value: '/x' },
      { name: 'Foo', value: '' },
      { name: '', value: '' },
      { name: 'secure', value: 'no' },
      { name: 'Bar', value: '=' },
    ]);
  });

  it.each([
    ['a=b; Domain=.Shop.EXAMPLE', { domain: 'shop.example' }, 'one leading dot dropped, lower case'],
    ['a=b; Domain=..x', { domain: '.x' }, 'one dot only'],
    ['a=b; Domain', { domain: '' }, 'empty is kept apart from absent'],
    ['a=b; Domain=x; Domain=', { domain: '' }, 'the last wins, empty or not'],
    ['a=b; Path=x', { path: 'x' }, 'a path is kept as written'],
    ['a=b; Path=/é', { path: '/é' }, 'a path may hold anything'],
    ['a=b; Path=/1; Path=/2', { path: '/2' }, 'the last path wins'],
    [
      `a=b; Path=/1; Path=/${'p'.repeat(1024)}`,
      { path: '/1' },
      'one over 1,024 octets is as if it were not there',
    ],
    [`a=b; Path=/${'p'.repeat(1023)}`, { path: `/${'p'.repeat(1023)}` }, '1,024 octets are allowed'],
    [`a=b; Path=/${'é'.repeat(512)}`, {}, 'octets count, not characters'],
    [
      'a=b; secure=0; HTTPONLY=false; Partitioned=no',
      { secure: true, httpOnly: true, partitioned: true },
      'flags have no value',
    ],
    ['a=b; SameSite=sTrIcT', { sameSite: 'strict' }, 'any case'],
    ['a=b; SameSite=None; SameSite=Foo', { sameSite: 'unspecified' }, 'the last wins, meaningless or not'],
    ['a=b; SameSite="Lax"', { sameSite: 'unspecified' }, 'quotes are part of the value'],
    ['a=b; Secure; Foo=Bar', { secure: true }, 'unknown ones do nothing'],
  ] as const)('%j: %3$s', (line, expected, _why) => {
    const { attributes: _, name, value, ...rest } = parsed(line);
    expect(rest).toEqual({
      secure: false,
      httpOnly: false,
      sameSite: 'unspecified',
      partitioned: false,
      ...expected,
    });
    expect([name, value]).toEqual(['a', 'b']);
  });

  // Chromium's column is what Chromium 156 stored; see test/differential.
  it.each([
    ['60', 60, 60, 60],
    ['-1', -1, -1, -1],
    ['0', 0, 0, 0],
    ['-0', 0, -1, 0],
    ['007', 7, 7, 7],
    ['+60', 60, undefined, undefined],
    ['-abc', undefined, -1, undefined],
    ['1.5', undefined, undefined, undefined],
    ['1e3', undefined, undefined, undefined],
    ['', undefined, undefined, undefined],
    ['-', undefined, -1, undefined],
    ['٣', undefined, undefined, undefined],
    ['9'.repeat(400), 2 ** 63, 2 ** 63, 2 ** 63],
  ] as const)('Max-Age=%s', (text, chromium, firefox, rfc) => {
    expect(parsed(`a=b; Max-Age=${text}`, 'chromium').maxAge).toBe(chromium);
    expect(parsed(`a=b; Max-Age=${text}`, 'firefox').maxAge).toBe(firefox);
    expect(parsed(`a=b; Max-Age=${text}`, 'rfc6265bis').maxAge).toBe(rfc);
  });

  it.each([
    ['chromium', undefined],
    ['firefox', undefined],
    ['rfc6265bis', 60],
  ] as const)(
    'of Max-Age=60; Max-Age=x, %s keeps %s: browsers take the last, the RFC the last valid',
    (browser, seconds) => {
      expect(parsed('a=b; Max-Age=60; Max-Age=x', browser).maxAge).toBe(seconds);
    },
  );

  it.each([
    ['chromium', undefined],
    ['rfc6265bis', 0],
  ] as const)('of a good and a bad Expires, %s keeps %s', (browser, expires) => {
    expect(parsed('a=b; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Expires=soon', browser).expires).toBe(expires);
  });
});

it.each([
  ';',
  ';a',
  '=',
  ' ',
  '\t',
  ';=',
  'a=b;',
  '; Expires=1 ',
  ';Domain=.',
  'é',
  '\ud800',
  ';Expires=1 Jan',
])('reads 64 KiB of %j within 50 ms', (piece) => {
  const line = piece.repeat(Math.ceil(65_536 / piece.length)).slice(0, 65_536);
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    parseSetCookie(line);
    parseSetCookie(`a=b;${line}`);
    return performance.now() - started;
  });
  // The best of five: a busy machine is not the parser's fault.
  expect(Math.min(...times)).toBeLessThan(50);
});
