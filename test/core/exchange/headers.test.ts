import { describe, expect, it } from 'vitest';
import { type FormatId, readCookies, writeCookies } from '../../../src/core/exchange/index.ts';
import { cookie, NOW } from './cookie.ts';

const URL_ = 'https://www.shop.example/a/b?c';
const read = (text: string, url: string | null = URL_) => readCookies(text, { url, now: NOW });
const here = (given: object = {}) => cookie({ domain: 'www.shop.example', ...given });

describe('a Cookie header', () => {
  const pairs = [
    here({ name: 'a', value: '1', secure: true }),
    here({ name: 'b', value: 'x=y', secure: true }),
  ];

  it.each([
    ['as a line', 'Cookie: a=1; b=x=y'],
    ['in small letters', 'cookie:a=1;b=x=y;'],
    ['bare', 'a=1; b=x=y'],
    ['in a request', 'GET / HTTP/1.1\r\nHost: x.example\r\nCookie: a=1; b=x=y\r\nAccept: */*\r\n'],
    ['as curl -v shows it', '> GET / HTTP/2\n> cookie: a=1; b=x=y\n>'],
    ['of HTTP/2, in several lines', 'cookie: a=1\ncookie: b=x=y'],
  ])('%s', (_, text) => {
    const { format, rows, problem } = read(text);
    expect({ format, problem }).toEqual({ format: 'cookie-header', problem: null });
    expect(rows.map((row) => row.cookie)).toEqual(pairs);
    expect(rows.map(({ where }) => where)).toEqual(['#1', '#2']);
    expect(rows[0]?.assumed).toContain('domain');
  });

  it.each([null, 'about:blank', 'file:///a', 'nonsense'])('needs a URL of the web, not %s', (url) => {
    expect(read('Cookie: a=1', url)).toMatchObject({
      format: 'cookie-header',
      rows: [],
      problem: 'needs-url',
    });
  });

  it.each([
    ['nothing', '  \n ', 'empty', null],
    ['prose', 'Dear all, the cookie is broken.', 'unknown-format', null],
    ['broken JSON', '{"cookies": [', 'unknown-format', null],
    ['markup', '<a href="x">', 'unknown-format', null],
    ['a header without cookies', 'Cookie: ', 'no-cookies', 'cookie-header'],
  ])('is not %s', (_, text, problem, format) => {
    expect(read(text)).toEqual({ format, rows: [], problem, leftOut: [] });
  });
});

describe('Set-Cookie lines', () => {
  it.each([
    ['the least', 'Set-Cookie: sid=abc', { path: '/a' }, ['path']],
    ['bare, known by an attribute', 'sid=abc; Path=/; HttpOnly', { httpOnly: true }, []],
    [
      'all of it',
      'set-cookie: sid=abc; Domain=.shop.example; Path=/x; Secure; HttpOnly; SameSite=None; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      {
        domain: 'shop.example',
        hostOnly: false,
        path: '/x',
        secure: true,
        httpOnly: true,
        sameSite: 'none',
        expires: NOW + 60_000,
      },
      [],
    ],
    [
      'a date',
      'Set-Cookie: sid=abc; Path=/; Expires=Sun, 22 Nov 2026 12:00:00 GMT',
      { expires: NOW + 86_400_000 },
      [],
    ],
    [
      'a partition',
      'Set-Cookie: sid=abc; Path=/; Secure; Partitioned',
      { secure: true, partitionKey: 'https://shop.example', hasCrossSiteAncestor: false },
      ['partitionKey', 'hasCrossSiteAncestor'],
    ],
    ['as curl -v shows it', '< HTTP/2 200\n< set-cookie: sid=abc; path=/\n< date: x', {}, []],
  ])('%s', (_, text, wanted, assumed) => {
    const { format, rows } = read(text);
    expect(format).toBe('set-cookie');
    expect(rows.map((row) => row.cookie)).toEqual([here(wanted)]);
    expect(rows[0]?.assumed).toEqual(assumed);
  });

  it.each([
    ['another site', 'sid=abc; Domain=other.example', 'other-domain'],
    ['a public suffix', 'sid=abc; Domain=example', 'other-domain'],
    ['a deletion', 'sid=; Max-Age=0', 'expired'],
    ['an end that is now', 'sid=1; Expires=Sat, 21 Nov 2026 12:00:00 GMT', 'expired'],
    ['a control character', 'sid=a\x01b', 'bad-line'],
    ['too long a line', `sid=${'a'.repeat(100_001)}`, 'bad-line'],
  ])('say what is wrong with %s, and go on', (_, line, problem) => {
    const { rows } = read(`Set-Cookie: ${line}\nSet-Cookie: ok=1`);
    expect(rows[0]).toMatchObject({ where: '1', cookie: null, problem });
    expect(rows[1]).toMatchObject({ where: '2', name: 'ok', problem: null });
  });

  it('are written as they set the cookie, and say whose they cannot name', () => {
    const { text, lost } = writeCookies(
      [
        here({ httpOnly: true, sameSite: 'lax' }),
        cookie({ domain: 'shop.example', hostOnly: false, expires: NOW }),
        cookie({ domain: 'other.example', secure: true, partitionKey: 'https://other.example' }),
        here({ value: 'a;b' }),
      ],
      'set-cookie',
      { url: URL_, now: NOW },
    );
    expect(text.split('\n')).toEqual([
      'Set-Cookie: sid=abc; Path=/; HttpOnly; SameSite=Lax',
      'Set-Cookie: sid=abc; Domain=shop.example; Path=/; Expires=Sat, 21 Nov 2026 12:00:00 GMT',
      'Set-Cookie: sid=abc; Path=/; Secure; Partitioned',
      '',
    ]);
    expect(lost).toEqual([
      { cookie: 2, field: 'domain', why: 'no-place' },
      { cookie: 2, field: 'partitionKey', why: 'no-place' },
      { cookie: 3, field: 'value', why: 'left-out' },
    ]);
  });
});

describe('a text that would be another attribute', () => {
  it.each([
    ['path', here({ path: '/; Secure' })],
    ['domain', here({ domain: 'shop.example; Secure', hostOnly: false })],
    ['name', here({ name: 'a\nSet-Cookie: b' })],
    ['value', here({ value: 'a; Secure' })],
  ] as const)('leaves the cookie out: its %s', (field, given) => {
    expect(writeCookies([given], 'set-cookie', { url: URL_, now: NOW })).toMatchObject({
      text: '',
      lost: [{ cookie: 0, field, why: 'left-out' }],
    });
  });
});

describe('any format that is named', () => {
  it.each<FormatId>(['json', 'cookie-editor', 'storage-state', 'puppeteer', 'har'])(
    '%s is JSON, or it is said',
    (format) => {
      expect(readCookies('a=b', { url: URL_, now: NOW, format })).toEqual({
        format,
        rows: [],
        problem: 'not-json',
        leftOut: [],
      });
    },
  );

  it('is taken at its word', () => {
    expect(readCookies('a=b', { url: URL_, now: NOW, format: 'set-cookie' }).rows).toHaveLength(1);
  });
});

describe('bounds', () => {
  it('read nothing of a text past all of them', () => {
    expect(read('a'.repeat(20_000_001))).toEqual({
      format: null,
      rows: [],
      problem: 'too-large',
      leftOut: [],
    });
  });

  it('read the first rows of too many, in good time', () => {
    const line = 'shop.example\tFALSE\t/\tFALSE\t0\tsid\tabc\n';
    const list = JSON.stringify(
      Array.from({ length: 20_001 }, () => ({ name: 'a', value: 'b', domain: 'shop.example', expires: -1 })),
    );
    const before = performance.now();
    for (const text of [
      line.repeat(25_000),
      list,
      `Cookie: ${'a=b; '.repeat(25_000)}`,
      'Set-Cookie: a=b\n'.repeat(25_000),
    ]) {
      const { rows, problem } = read(text);
      expect({ rows: rows.length, problem }).toEqual({ rows: 20_000, problem: 'too-many' });
    }
    expect(performance.now() - before).toBeLessThan(15_000);
  }, 20_000);

  it.each([
    ['line ends', '\n'],
    ['TABs', '\t'],
    ['semicolons', ';a=b'],
    ['brackets', '['],
    ['backslashes', '\\'],
    ['carets', '^"'],
    ['quotes', `'"`],
    ['attributes', '; Path=/ ; Expires=Mon, '],
    ['spaces', ' '],
  ])(
    'stand against 300 KB of %s',
    (_, piece) => {
      const text = piece.repeat(300_000 / piece.length);
      const before = performance.now();
      for (const start of ['', 'a=b', 'Cookie: ', 'Set-Cookie: ', 'curl ', '# HTTP Cookie File\n', '['])
        expect(read(`${start}${text}`).rows.length).toBeLessThanOrEqual(20_000);
      expect(performance.now() - before).toBeLessThan(15_000);
    },
    20_000,
  );
});
