import { describe, expect, it } from 'vitest';
import { readCookies, writeCookies } from '../../../src/core/exchange/index.ts';
import { cookie, NOW } from './cookie.ts';

const read = (text: string) => readCookies(text, { url: null, now: NOW });
const HEAD = '# Netscape HTTP Cookie File\n';
const LATER = NOW / 1000 + 3600;

describe('cookies.txt', () => {
  it.each([
    [
      'a host alone',
      `www.shop.example\tFALSE\t/\tTRUE\t${LATER}\tsid\tabc`,
      { domain: 'www.shop.example', secure: true, expires: LATER * 1000 },
    ],
    ['subdomains too', `.shop.example\tTRUE\t/a/b\tFALSE\t0\tsid\tabc`, { hostOnly: false, path: '/a/b' }],
    [
      'subdomains without a dot, as curl reads it',
      `shop.example\tTRUE\t/\tFALSE\t0\tsid\tabc`,
      { hostOnly: false },
    ],
    [
      'HttpOnly, as curl writes it',
      `#HttpOnly_.shop.example\tTRUE\t/\tTRUE\t0\tsid\tabc`,
      { hostOnly: false, httpOnly: true, secure: true },
    ],
    ['-1 for the end of the session', `shop.example\tFALSE\t/\tFALSE\t-1\tsid\tabc`, {}],
    ['no expiry at all', `shop.example\tFALSE\t/\tFALSE\t\tsid\tabc`, {}],
    [
      'a fraction of a second',
      `shop.example\tFALSE\t/\tFALSE\t${LATER}.5\tsid\tabc`,
      { expires: LATER * 1000 + 500 },
    ],
    ['an empty value', `shop.example\tFALSE\t/\tFALSE\t0\tsid\t`, { value: '' }],
    ['an empty value, its TAB gone', `shop.example\tFALSE\t/\tFALSE\t0\tsid`, { value: '' }],
    ['a value of any text', `shop.example\tFALSE\t/\tFALSE\t0\tsid\t"a b"=;#é`, { value: '"a b"=;#é' }],
    ['no name', `shop.example\tFALSE\t/\tFALSE\t0\t\tabc`, { name: '' }],
    ['flags in small letters', `shop.example\tfalse\t/\ttrue\t0\tsid\tabc`, { secure: true }],
    ['a port, as wget writes it', `127.0.0.1:8080\tFALSE\t/\tFALSE\t0\tsid\tabc`, { domain: '127.0.0.1' }],
    ['an IPv6 address', `[::1]:8080\tFALSE\t/\tFALSE\t0\tsid\tabc`, { domain: '[::1]' }],
    ['another alphabet', `bücher.example\tFALSE\t/\tFALSE\t0\tsid\tabc`, { domain: 'xn--bcher-kva.example' }],
    ['spaces in place of TABs', `shop.example  FALSE  /  FALSE  0  sid  abc`, {}],
    ['the end of a line of Windows', `shop.example\tFALSE\t/\tFALSE\t0\tsid\tabc\r`, {}],
  ])('reads %s', (_, line, wanted) => {
    for (const text of [`${HEAD}${line}\n`, line]) {
      const { format, rows, problem } = read(text);
      expect({ format, problem }).toEqual({ format: 'netscape', problem: null });
      expect(rows.map((row) => row.cookie)).toEqual([
        cookie({ domain: 'shop.example', hostOnly: true, ...wanted }),
      ]);
      expect(rows[0]?.assumed).toEqual(['sameSite', 'partitionKey']);
    }
  });

  it.each([
    ['six fields that are others', 'a\tb\tc\td\te\tf', 'not-a-cookie', ''],
    ['prose', 'lorem ipsum', 'not-a-cookie', ''],
    [
      'a line past all bounds',
      `shop.example\tFALSE\t/\tFALSE\t0\tsid\t${'x'.repeat(100_000)}`,
      'not-a-cookie',
      '',
    ],
    ['no domain', '\tFALSE\t/\tFALSE\t0\tsid\tabc', 'bad-domain', 'sid'],
    [
      'a URL in place of the domain',
      'https://shop.example/\tFALSE\t/\tFALSE\t0\tsid\tabc',
      'bad-domain',
      'sid',
    ],
    ['a path without slash', 'shop.example\tFALSE\ta\tFALSE\t0\tsid\tabc', 'bad-path', 'sid'],
    ['a date in words', 'shop.example\tFALSE\t/\tFALSE\ttomorrow\tsid\tabc', 'bad-expires', 'sid'],
    ['a time past all times', 'shop.example\tFALSE\t/\tFALSE\t1e300\tsid\tabc', 'bad-expires', 'sid'],
    ['an end long ago', 'shop.example\tFALSE\t/\tFALSE\t1000\tsid\tabc', 'expired', 'sid'],
  ])('says what is wrong with %s, and goes on', (_, line, problem, name) => {
    const good = 'shop.example\tFALSE\t/\tFALSE\t0\tok\t1';
    const { rows } = read(`${HEAD}# a comment\n\n${line}\n${good}\n`);
    expect(rows[0]).toEqual({ where: '4', name, cookie: null, problem, assumed: [] });
    expect(rows[1]).toMatchObject({ where: '5', name: 'ok', problem: null });
  });

  it('is known by its first line, without a cookie in it', () => {
    expect(read(`${HEAD}\n# This is a generated file! Do not edit.\n`)).toMatchObject({
      format: 'netscape',
      rows: [],
      problem: 'no-cookies',
    });
  });

  it('makes no session of what ended as 1970 began', () => {
    const { text } = writeCookies([cookie({ expires: 500 })], 'netscape', { url: null, now: NOW });
    expect(text).toContain('\t1\tsid\t');
  });

  it('writes what curl, wget and Python read', () => {
    const { text, lost } = writeCookies(
      [
        cookie({ name: 'a', hostOnly: false, httpOnly: true, secure: true, expires: NOW + 1500 }),
        cookie({ name: 'b', value: '' }),
        cookie({ name: '', value: 'nameless' }),
        cookie({ name: 'd', value: 'x\ty' }),
        cookie({
          name: 'e',
          sameSite: 'lax',
          partitionKey: 'https://top.example',
          hasCrossSiteAncestor: true,
        }),
      ],
      'netscape',
      { url: null, now: NOW },
    );
    expect(text.split('\n').slice(3)).toEqual([
      `#HttpOnly_.shop.example\tTRUE\t/\tTRUE\t${Math.floor(NOW / 1000) + 1}\ta\tabc`,
      'shop.example\tFALSE\t/\tFALSE\t0\tb\t',
      'shop.example\tFALSE\t/\tFALSE\t0\te\tabc',
      '',
    ]);
    expect(lost).toEqual([
      { cookie: 0, field: 'expires', why: 'rounded' },
      { cookie: 2, field: 'name', why: 'left-out' },
      { cookie: 3, field: 'value', why: 'left-out' },
      { cookie: 4, field: 'sameSite', why: 'no-place' },
      { cookie: 4, field: 'partitionKey', why: 'no-place' },
      { cookie: 4, field: 'hasCrossSiteAncestor', why: 'no-place' },
    ]);
  });
});
