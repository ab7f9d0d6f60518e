import { describe, expect, it } from 'vitest';
import { readCookies, writeCookies } from '../../../src/core/exchange/index.ts';
import { cookie, NOW } from './cookie.ts';

const read = (text: string, url: string | null = null) => readCookies(text, { url, now: NOW });

describe('a curl command', () => {
  const wanted = [
    ['a', '1'],
    ['b', "it's"],
  ];

  it.each([
    [
      'of Chromium (bash)',
      `curl 'https://shop.example/x?y=1' \\\n  -H 'accept: */*' \\\n  -b 'a=1; b=it'\\''s' \\\n  -H 'user-agent: x'`,
    ],
    [
      'of Chromium (bash), with strange characters',
      `curl 'https://shop.example/' \\\n  -b $'a=1; b=it\\'s' \\\n  --data-raw $'x\\u0021'`,
    ],
    [
      'of Chromium (cmd)',
      `curl ^"https://shop.example/x?y=1^&z=^%^20^" ^\n  -H ^"accept: */*^" ^\n  -b ^"a=1; b=it's^" ^\n  -H ^"x: y^"`,
    ],
    [
      'of Chromium (cmd), line ends of Windows',
      `curl ^"https://shop.example/^" ^\r\n  -b ^"a=1; b=it's^"\r\n`,
    ],
    [
      'of Firefox',
      `curl 'https://shop.example/' --compressed -H 'User-Agent: x' -H 'Cookie: a=1; b=it'\\''s' -H 'TE: trailers'`,
    ],
    ['of Safari', `curl 'https://shop.example/' \\\n-X 'GET' \\\n-H 'Cookie: a=1; b=it'"'"'s'`],
    ['by hand', `$ curl -sS --cookie "a=1; b=it's" https://shop.example/`],
    ['by hand, without space', `curl -b"a=1; b=it's" -X POST -d https://other.example/ https://shop.example`],
    [
      'by hand, without scheme',
      `curl.exe -e https://other.example/ -b 'a=1' --cookie 'b=it'"'s" shop.example/x`,
    ],
    ['by --url', `curl -b a=1 -H "cookie: b=it's" --url https://shop.example/`],
    [
      'with a caret and a quote within quotes',
      `curl 'https://shop.example/' -H 'x: ^"' -b 'a=1; b=it'\\''s'`,
    ],
    [
      'first of two',
      `curl https://shop.example -b a=1 -b "b=it's" | grep x; curl -b c=3 https://other.example`,
    ],
  ])('%s', (_, text) => {
    const { format, rows, problem } = read(text, 'https://page.example/');
    expect({ format, problem }).toEqual({ format: 'curl', problem: null });
    expect(rows.map((row) => [row.cookie?.name, row.cookie?.value])).toEqual(wanted);
    expect(new Set(rows.map((row) => row.cookie?.domain))).toEqual(new Set(['shop.example']));
  });

  it.each([
    ['octal octets', String.raw`$'a=\303\251'`, 'é'],
    ['hexadecimal octets', String.raw`$'a=\xc3\xa9'`, 'é'],
    ['octets that are no UTF-8', String.raw`$'a=\xe9'`, 'é'],
    ['UTF-16', String.raw`$'a=\u00e9\ud83d\ude00'`, 'é😀'],
    ['a code point', String.raw`$'a=\U0001f600\U00110000'`, '😀\ufffd'],
    ['escapes of one letter', String.raw`$'a=\\\'\"\?\q'`, `\\'"?\\q`],
    ['a backslash outside quotes', String.raw`a=\$x\'`, "$x'"],
    ['a backslash in double quotes', String.raw`"a=\$x\"\q"`, '$x"\\q'],
    ['nothing that is expanded', '"a=$HOME`id`"', '$HOME`id`'],
  ])('reads %s', (_, word, value) => {
    expect(read(`curl https://shop.example -b ${word}`).rows[0]?.cookie?.value).toBe(value);
  });

  it.each([
    ['a quote', String.raw`^"a=x^\^"y^"`, 'x"y'],
    ['a backslash, doubled', String.raw`^"a=x^\^\y^"`, 'x\\y'],
    ['a percent sign', '^"a=^%^41^"', '%41'],
    ['a line end', '^"a=x^\n\ny^"', 'x\ny'],
    ['quotes of older versions', '"a=x""y" ^\n', 'x"y'],
    ['carets within such quotes', '"a=x^y" ^\n', 'x^y'],
  ])('of cmd.exe reads %s', (_, word, value) => {
    expect(read(`curl ^\n https://shop.example -b ${word}`).rows[0]?.cookie?.value).toBe(value);
  });

  it('that names a file for its cookies has none', () => {
    expect(read('curl -b cookies.txt https://shop.example').problem).toBe('no-cookies');
  });

  it('without a URL takes that of the page', () => {
    expect(read('curl -b a=b', 'https://page.example/x').rows[0]?.cookie?.domain).toBe('page.example');
    expect(read('curl -b a=b').problem).toBe('needs-url');
  });

  it('is written for the page, and for a nameless cookie in a way that names no file', () => {
    const options = { url: 'https://user:secret@shop.example/[x]?{y}#z', now: NOW };
    expect(writeCookies([cookie({ value: "it's" })], 'curl', options).text).toBe(
      `curl --globoff 'https://shop.example/[x]?{y}' -b 'sid=it'\\''s'\n`,
    );
    expect(writeCookies([cookie({ name: '', value: '/etc/passwd' })], 'curl', options).text).toContain(
      `-H 'Cookie: /etc/passwd'`,
    );
    expect(
      writeCookies([cookie({ domain: 'a.example', secure: true, path: '/x y?' })], 'curl', {
        url: null,
        now: NOW,
      }).text,
    ).toContain(`'https://a.example/x%20y%3F'`);
  });
});
