import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COPY_KINDS, copyAs } from '../../../src/core/exchange/index.ts';
import { scriptQuoted, shellQuoted } from '../../../src/core/exchange/quote.ts';
import type { BrowserCookie } from '../../../src/core/recording/fact.ts';
import { anyCookie, strangeCookie } from './arbitrary-cookie.ts';
import { cookie, NOW } from './cookie.ts';

const url = 'https://user:secret@shop.example/a?token=1#top';
const options = { url, values: true, now: NOW };

const session = cookie({ hostOnly: false, secure: true, httpOnly: true, sameSite: 'lax', expires: NOW });
const widget = cookie({
  name: '__Host-w',
  value: 'a b',
  secure: true,
  sameSite: 'none',
  partitionKey: 'https://top.example',
  hasCrossSiteAncestor: true,
});

describe('copying as', () => {
  it.each([
    [
      'set-cookie',
      'Set-Cookie: sid=abc; Domain=shop.example; Path=/; Expires=Sat, 21 Nov 2026 12:00:00 GMT; Secure; HttpOnly; SameSite=Lax\n' +
        'Set-Cookie: __Host-w=a b; Path=/; Secure; SameSite=None; Partitioned',
    ],
    ['cookie-header', 'Cookie: sid=abc; __Host-w=a b'],
    ['curl', "curl 'https://shop.example/a?token=1' -b 'sid=abc; __Host-w=a b'"],
    [
      'fetch',
      '// For Node.js: in a page, fetch sends the cookies of the browser, and no others.\n' +
        'await fetch("https://shop.example/a?token=1", {\n  headers: { cookie: "sid=abc; __Host-w=a b" },\n});',
    ],
    [
      'playwright',
      'await context.addCookies([\n' +
        '  { name: "sid", value: "abc", domain: ".shop.example", path: "/", expires: 1795262400, httpOnly: true, secure: true, sameSite: "Lax" },\n' +
        '  { name: "__Host-w", value: "a b", domain: "shop.example", path: "/", expires: -1, httpOnly: false, secure: true, sameSite: "None", partitionKey: "https://top.example", _crHasCrossSiteAncestor: true },\n' +
        ']);',
    ],
    [
      'express',
      'res.cookie("sid", "abc", { domain: "shop.example", path: "/", expires: new Date(1795262400000), secure: true, httpOnly: true, sameSite: "lax" });\n' +
        'res.cookie("__Host-w", "a b", { path: "/", secure: true, sameSite: "none", partitioned: true, encode: String });',
    ],
    [
      'document-cookie',
      '// Without HttpOnly, which a script cannot set.\n' +
        'document.cookie = "sid=abc; Domain=shop.example; Path=/; Expires=Sat, 21 Nov 2026 12:00:00 GMT; Secure; SameSite=Lax";\n' +
        'document.cookie = "__Host-w=a b; Path=/; Secure; SameSite=None; Partitioned";',
    ],
  ] as const)('%s', (kind, text) => {
    expect(copyAs([session, widget], kind, options)).toBe(text);
  });

  it.each(COPY_KINDS)('%s without values has none of them, nor what the URL holds', (kind) => {
    const secret = 'S3cret';
    const text = copyAs([cookie({ value: secret }), cookie({ name: '', value: secret })], kind, {
      url: `https://u:${secret}@shop.example/a?x=${secret}#${secret}`,
      values: false,
      now: NOW,
    });
    expect(text).not.toContain(secret);
    expect(text).toContain('<sid>');
    expect(text).toContain('<value>');
  });

  it('express has placeholders as they are, without a word on their encoding', () => {
    expect(copyAs([cookie()], 'express', { ...options, values: false })).toBe(
      'res.cookie("sid", "<sid>", { path: "/" });',
    );
  });

  it.each(COPY_KINDS)('%s never throws, and a header has no line that a cookie made', (kind) => {
    fc.assert(
      fc.property(fc.array(strangeCookie, { maxLength: 4 }), fc.boolean(), (cookies, values) => {
        const text = copyAs(cookies, kind, { url: null, values, now: NOW });
        if (kind === 'set-cookie')
          for (const line of text === '' ? [] : text.split(/[\r\n]/)) expect(line).toMatch(/^Set-Cookie: /);
        if (kind === 'cookie-header' || kind === 'curl') expect(text).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 100 },
    );
  });
});

/** What the code does, told by what stands in for the browser, Playwright and Express. */
async function run(code: string): Promise<unknown[]> {
  const told: unknown[] = [];
  const tell = (...given: unknown[]) => told.push(given);
  const document = {
    set cookie(line: string) {
      tell(line);
    },
  };
  const body = new Function(
    'document',
    'context',
    'res',
    'fetch',
    'Buffer',
    `return (async () => {${code}\n})();`,
  );
  await body(document, { addCookies: tell }, { cookie: tell }, tell, Buffer);
  return told;
}

describe('whatever a cookie holds, its text stays inside its quotes', () => {
  const cookies = fc.array(fc.oneof(anyCookie, strangeCookie), { minLength: 1, maxLength: 4 });

  it('in JavaScript', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(new Function(`return ${scriptQuoted(text)};`)()).toBe(text);
        expect(JSON.parse(scriptQuoted(text))).toBe(text);
        expect(scriptQuoted(text)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]|<\/|<!/u);
      }),
    );
  });

  it('in a script of a page', () => {
    const text = '</script><!--<script>';
    expect(scriptQuoted(text)).toBe('"\\u003c/script>\\u003c!--<script>"');
    expect(JSON.parse(scriptQuoted(text))).toBe(text);
  });

  it('for Playwright', async () => {
    await fc.assert(
      fc.asyncProperty(cookies, async (given) => {
        const [call] = (await run(copyAs(given, 'playwright', options))) as [[BrowserCookie[]]];
        expect(call[0].map(({ name, value, path }) => [name, value, path])).toEqual(
          given.map(({ name, value, path }) => [name, value, path]),
        );
      }),
    );
  });

  it('for Express', async () => {
    await fc.assert(
      fc.asyncProperty(cookies, async (given) => {
        const calls = (await run(copyAs(given, 'express', options))) as [
          string,
          string,
          { encode?: unknown },
        ][];
        expect(calls.map(([name, value]) => [name, value])).toEqual(
          given.map(({ name, value }) => [name, value]),
        );
        for (const [, value, { encode }] of calls)
          if (encode === undefined) expect(encodeURIComponent(value)).toBe(value);
      }),
    );
  });

  it('for document.cookie', async () => {
    await fc.assert(
      fc.asyncProperty(cookies, async (given) => {
        const lines = copyAs(given, 'set-cookie', options)
          .split('\n')
          .map((line) => line.slice('Set-Cookie: '.length).replace('; HttpOnly', ''));
        const told = (await run(copyAs(given, 'document-cookie', options))).map((call) =>
          (call as [string])[0].replace('; HttpOnly', ''),
        );
        expect(told).toEqual(lines[0] === '' ? [] : lines);
      }),
    );
  });

  it('for fetch, octet by octet', async () => {
    await fc.assert(
      fc.asyncProperty(cookies, async (given) => {
        const [call] = (await run(copyAs(given, 'fetch', options))) as [
          [string, { headers: { cookie: string } }],
        ];
        const header = copyAs(given, 'cookie-header', options).slice('Cookie: '.length);
        const sent = Buffer.from(call[1].headers.cookie, 'latin1').toString('utf8');
        expect(sent).toBe(/[^\x20-\x7e]/.test(header) ? Buffer.from(header).toString('utf8') : header);
      }),
    );
  });

  // One process for all of them: each word is printed, followed by a line of its own.
  const END = '\n--end--\n';
  const printed = (shell: string, words: readonly string[]) =>
    execFileSync(shell, ['-s'], {
      input: words.map((word) => `printf '%s${END.replaceAll('\n', '\\n')}' ${word}\n`).join(''),
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    })
      .split(END)
      .slice(0, -1);

  it('in a POSIX shell', () => {
    const plain = fc
      .array(
        fc.oneof(
          fc.string(),
          fc.constantFrom("'", '"', '$(id)', '`id`', '\\', '!', ';', '&&', '-n', '%s', 'é😀'),
        ),
      )
      .map((parts) => parts.join(''));
    const texts = fc.sample(plain, { numRuns: 300, seed: 7 });
    const words = texts.map(shellQuoted);
    for (const word of words) expect(word).toMatch(/^'/);
    expect(printed('/bin/sh', words)).toEqual(texts);
  });

  it('in bash, with characters that nobody sees', () => {
    const strange = fc.string({ unit: 'binary', minLength: 1 }).map((text) => text.replaceAll('\0', ''));
    const texts = [
      '\x1b[201~id\n',
      '\u202e',
      '\u009b',
      "'\t\\",
      '\x01' + '7',
      ...fc.sample(strange, { numRuns: 300, seed: 7 }),
    ];
    const words = texts.map(shellQuoted);
    for (const word of words) expect(word).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(printed('/bin/bash', words)).toEqual(texts);
  });
});
