/** With the tools themselves: what they wrote is read, and what is written they read. Skipped where a tool is not installed. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { copyAs, readCookies, writeCookies } from '../../../src/core/exchange/index.ts';
import type { BrowserCookie } from '../../../src/core/recording/fact.ts';
import { anyCookie } from './arbitrary-cookie.ts';
import { cookie } from './cookie.ts';

const run = promisify(execFile);
const has = (tool: string, ...args: string[]) => spawnSync(tool, args).status === 0;
const hasCurl = has('curl', '--version');
const hasWget = has('wget', '--version');
const hasPython = has(
  '/usr/bin/python3',
  '-c',
  'import http.cookiejar, sys; sys.exit(sys.version_info < (3, 10))',
);

const now = Date.now();
const url = 'http://www.shop.example/a';

/** As a store that keeps whole seconds has them, and without what cookies.txt cannot say. */
const carried = ({
  firstPartyDomain: _,
  hasCrossSiteAncestor: __,
  ...given
}: BrowserCookie): BrowserCookie => ({
  ...given,
  sameSite: 'unspecified',
  partitionKey: null,
  expires: given.expires === null ? null : Math.floor(given.expires / 1000) * 1000,
});
const inOrder = (cookies: readonly BrowserCookie[]) =>
  cookies.map((one) => JSON.stringify(Object.entries(one).sort())).sort();

let folder: string;
let server: Server;
let port: string;
/** The Cookie header of the last request, octet by octet. */
let sent: string | undefined;
let lines: readonly string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crumbtrail-exchange-'));
  server = createServer((request, response) => {
    sent = request.headers.cookie;
    if (lines.length > 0) response.setHeader('Set-Cookie', lines);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = String((server.address() as AddressInfo).port);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  sent = undefined;
  lines = [];
});

const file = (name: string, text?: string) => {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return path;
};
const read = (path: string) => {
  const result = readCookies(readFileSync(path, 'utf8'), { url: null, now });
  expect(result).toMatchObject({ format: 'netscape', problem: null });
  return result.rows.map((row) => {
    if (row.cookie === null) throw new Error(`Line ${row.where}: ${row.problem}`);
    return row.cookie;
  });
};
/** Its octets as text. */
const decoded = (header: string | undefined) => Buffer.from(header ?? '', 'latin1').toString('utf8');
const pairs = (header: string | undefined) => decoded(header).split('; ').sort();

const SET = [
  'plain=abc; Path=/',
  'quoted="a b,c"; Path=/a; HttpOnly',
  'wide=x=y=; Domain=shop.example; Path=/; Max-Age=3600',
  'empty=; Path=/',
  'utf=\xc3\xa9; Path=/',
];
const STORED = [
  cookie({ name: 'empty', value: '', domain: 'www.shop.example' }),
  cookie({ name: 'plain', domain: 'www.shop.example' }),
  cookie({ name: 'quoted', value: '"a b,c"', domain: 'www.shop.example', path: '/a', httpOnly: true }),
  cookie({ name: 'utf', value: 'é', domain: 'www.shop.example' }),
  cookie({ name: 'wide', value: 'x=y=', hostOnly: false, expires: expect.any(Number) }),
];

/** Cookies that a request for `url` gets, and what they are in its header. */
const samples: readonly BrowserCookie[] = fc
  .sample(anyCookie, { numRuns: 400, seed: 11 })
  .filter(({ name, value, secure }) => !secure && name !== '' && value.length < 30)
  .slice(0, 60)
  .map((one, index) => ({
    ...one,
    name: `c${index}${one.name}`,
    ...(index % 2 === 0
      ? { domain: 'www.shop.example', hostOnly: true }
      : { domain: 'shop.example', hostOnly: false }),
    path: index % 3 === 0 ? '/a' : '/',
    expires: one.expires === null ? null : now + 3_600_000,
  }));
const wanted = samples.map(({ name, value }) => `${name}=${value}`).sort();

describe.skipIf(!hasCurl)('curl', () => {
  const curl = (...args: string[]) => run('curl', ['-sS', '--connect-to', `::127.0.0.1:${port}`, ...args]);

  it('writes a file that is read', async () => {
    lines = SET;
    await curl('-c', file('curl.txt'), url);
    const cookies = read(file('curl.txt')).sort((a, b) => a.name.localeCompare(b.name));
    expect(cookies).toEqual(STORED);
  });

  it('sends back what is written', async () => {
    const { text } = writeCookies(samples, 'netscape', { url, now });
    await curl('-b', file('ours.txt', text), url);
    expect(pairs(sent)).toEqual(wanted);
  });

  it('keeps all that its file can say, once it has read and written it', async () => {
    const unique = fc
      .sample(anyCookie, { numRuns: 60, seed: 5 })
      .filter(({ name }) => name !== '')
      .map((one, index) => ({ ...one, name: `c${index}${one.name}`, expires: one.expires && now + 90_500 }));
    const { text } = writeCookies(unique, 'netscape', { url, now });
    await curl('-b', file('ours.txt', text), '-c', file('again.txt'), 'http://elsewhere.test/');
    expect(inOrder(read(file('again.txt')))).toEqual(inOrder(unique.map(carried)));
  });

  it('reads our Set-Cookie lines from a file, of those that name their domain', async () => {
    const { text } = writeCookies(samples, 'set-cookie', { url, now });
    await curl('-b', file('head.txt', text), url);
    const wide = samples.filter(({ hostOnly }) => !hostOnly);
    expect(pairs(sent)).toEqual(wide.map(({ name, value }) => `${name}=${value}`).sort());
  });

  it('sends what was copied as a command, with whatever in it', async () => {
    for (const part of [
      samples.slice(0, 20),
      samples.slice(20, 40),
      [cookie({ name: '', value: 'nameless' })],
    ]) {
      const command = copyAs(part, 'curl', { url, values: true, now });
      const shell = `curl() { command curl -sS --connect-to ::127.0.0.1:${port} "$@"; }\n${command}\n`;
      await run('bash', ['-c', shell]);
      expect(decoded(sent)).toBe(
        copyAs(part, 'cookie-header', { url, values: true, now }).slice('Cookie: '.length),
      );
      const back = readCookies(command, { url: null, now }).rows.map((row) => row.cookie?.value);
      expect(back).toEqual(part.map(({ value }) => value));
    }
  });
});

describe.skipIf(!hasWget)('wget', () => {
  const wget = (...args: string[]) =>
    run('wget', ['-q', '-O', '/dev/null', '-e', `http_proxy=http://127.0.0.1:${port}`, ...args]);

  it('writes a file that is read', async () => {
    lines = SET;
    await wget('--keep-session-cookies', '--save-cookies', file('wget.txt'), url);
    // It keeps no HttpOnly.
    expect(
      read(file('wget.txt'))
        .map(({ name, value, domain, hostOnly, path }) => [name, value, domain, hostOnly, path])
        .sort(),
    ).toEqual(
      STORED.map(({ name, value, domain, hostOnly, path }) => [name, value, domain, hostOnly, path]).sort(),
    );
  });

  it('sends back what is written', async () => {
    const plain = samples.map((one) => ({ ...one, httpOnly: false }));
    const { text } = writeCookies(plain, 'netscape', { url, now });
    await wget('--load-cookies', file('ours.txt', text), url);
    expect(pairs(sent)).toEqual(wanted);
  });
});

describe.skipIf(!hasPython)("Python's cookiejar, which yt-dlp reads and writes with", () => {
  const PROGRAM = `
import sys
from http.cookiejar import MozillaCookieJar
jar = MozillaCookieJar()
jar.load(sys.argv[1], ignore_discard=True, ignore_expires=True)
jar.save(sys.argv[2], ignore_discard=True, ignore_expires=True)
`;

  it('keeps all that its file can say', async () => {
    const { text } = writeCookies(samples, 'netscape', { url, now });
    await run('/usr/bin/python3', ['-X', 'utf8', '-c', PROGRAM, file('ours.txt', text), file('python.txt')]);
    expect(inOrder(read(file('python.txt')))).toEqual(inOrder(samples.map(carried)));
  });
});

describe('fetch of Node.js', () => {
  it('sends what was copied', async () => {
    for (const part of [samples.slice(0, 20), samples.slice(20, 40)]) {
      const target = `http://127.0.0.1:${port}/`;
      const code = copyAs(part, 'fetch', { url: target, values: true, now });
      await new Function(`return (async () => {${code}\n})();`)();
      expect(decoded(sent)).toBe(
        copyAs(part, 'cookie-header', { url, values: true, now }).slice('Cookie: '.length),
      );
    }
  });
});
