/** With Playwright itself: what its contexts write is read, and they take what is written, and send it. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright';
import { type BrowserContext, expect, test } from 'playwright/test';
import { findChromium } from '../../scripts/browser.ts';
import { copyAs, readCookies, writeCookies } from '../../src/core/exchange/index.ts';
import type { BrowserCookie } from '../../src/core/recording/fact.ts';

const now = Date.now();
const url = 'http://localhost/';

function cookie(given: Partial<BrowserCookie>): BrowserCookie {
  return {
    name: 'sid',
    value: 'abc',
    domain: 'localhost',
    hostOnly: true,
    path: '/',
    secure: false,
    httpOnly: false,
    sameSite: 'lax',
    expires: null,
    partitionKey: null,
    ...given,
  };
}

interface Protocol {
  readonly name: string;
  readonly value: string;
  readonly partitionKey?: { readonly sourceOrigin: string; readonly hasCrossSiteAncestor: boolean };
}

const later = Math.floor(now / 1000) * 1000 + 86_400_000;

/** Each kind of cookie once; those of `localhost` are sent there over HTTP, Secure ones too. */
const COOKIES: readonly BrowserCookie[] = [
  cookie({ name: 'plain' }),
  cookie({ name: 'strict', sameSite: 'strict', httpOnly: true, value: '"a b",=' }),
  cookie({ name: '__Host-none', sameSite: 'none', secure: true, expires: later }),
  cookie({ name: 'utf', value: 'é😀' }),
  cookie({ name: 'empty', value: '' }),
  cookie({ name: 'deep', path: '/a/b' }),
  cookie({
    name: 'chips',
    secure: true,
    sameSite: 'none',
    partitionKey: 'http://localhost',
    hasCrossSiteAncestor: false,
  }),
  cookie({
    name: 'elsewhere',
    secure: true,
    sameSite: 'none',
    partitionKey: 'https://top.example',
    hasCrossSiteAncestor: true,
  }),
  cookie({ name: 'wide', domain: 'shop.example', hostOnly: false, expires: later }),
  cookie({ name: 'narrow', domain: 'www.shop.example', expires: later }),
];

const inOrder = (cookies: readonly (BrowserCookie | null)[]) =>
  cookies.map((one) => JSON.stringify(Object.entries(one ?? {}).sort())).sort();

test('Playwright and we read what the other wrote', async ({ browserName: _ }, info) => {
  let sent = '';
  const server = createServer((request, response) => {
    if (request.url === '/') sent = Buffer.from(request.headers.cookie ?? '', 'latin1').toString('utf8');
    if (request.url === '/set')
      response.setHeader('Set-Cookie', 'first=1; Path=/; HttpOnly; SameSite=Strict');
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>x</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--host-resolver-rules=MAP localhost 127.0.0.1',
    ],
  });
  const holds = async (context: BrowserContext) => {
    const read = readCookies(JSON.stringify(await context.storageState()), { url: null, now });
    expect(read).toMatchObject({ format: 'storage-state', problem: null });
    expect(inOrder(read.rows.map((row) => row.cookie))).toEqual(inOrder(COOKIES));
    const list = readCookies(JSON.stringify(await context.cookies()), { url: null, now });
    expect(list.format).toBe('storage-state');
    expect(inOrder(list.rows.map((row) => row.cookie))).toEqual(inOrder(COOKIES));
  };
  try {
    const { text, lost } = writeCookies(COOKIES, 'storage-state', { url, now });
    expect(lost).toEqual([]);
    const context = await browser.newContext({ storageState: JSON.parse(text) });
    await holds(context);
    const page = await context.newPage();
    await page.goto(`${origin}/`);
    const wanted = COOKIES.filter(
      ({ domain, name }) => domain === 'localhost' && name !== 'deep' && name !== 'elsewhere',
    );
    expect(sent.split('; ').sort()).toEqual(wanted.map(({ name, value }) => `${name}=${value}`).sort());
    await page.evaluate(() => localStorage.setItem('a', 'b'));
    const state = readCookies(JSON.stringify(await context.storageState()), { url: null, now });
    expect(state.leftOut).toEqual([{ what: 'origins', count: 1 }]);

    const copied = await browser.newContext();
    const script = copyAs(COOKIES, 'playwright', { url, values: true, now });
    await new Function('context', `return (async () => {${script}\n})();`)(copied);
    await holds(copied);

    // What Puppeteer's page.cookies() gives are the DevTools protocol's own cookies.
    const session = await context.newCDPSession(page);
    const { cookies: told } = await session.send('Network.getAllCookies');
    const protocol = readCookies(JSON.stringify(told), { url: null, now });
    expect(protocol).toMatchObject({ format: 'puppeteer', problem: null });
    expect(inOrder(protocol.rows.map((row) => row.cookie))).toEqual(inOrder(COOKIES));
    expect(protocol.leftOut.map(({ what }) => what)).toContain('priority');

    // And its browser.setCookie hands them on, but for the partition's first name.
    const written = JSON.parse(writeCookies(COOKIES, 'puppeteer', { url, now }).text) as Protocol[];
    await session.send('Network.clearBrowserCookies');
    await session.send('Network.setCookies', {
      cookies: written.map(({ partitionKey, ...one }) => ({
        ...one,
        ...(partitionKey && {
          partitionKey: { ...partitionKey, topLevelSite: partitionKey.sourceOrigin },
        }),
      })),
    });
    await holds(context);

    // SameSite that is not set: Playwright has no word for it, and takes the cookie without.
    const unset = await browser.newContext({
      storageState: JSON.parse(
        writeCookies([cookie({ sameSite: 'unspecified' })], 'storage-state', { url, now }).text,
      ),
    });
    expect((await unset.cookies()).map(({ name }) => name)).toEqual(['sid']);
    const path = info.outputPath('visit.har');
    const recorded = await browser.newContext({ recordHar: { path } });
    const visited = await recorded.newPage();
    await visited.goto(`${origin}/set`);
    await visited.goto(`${origin}/`);
    await recorded.close();
    const har = readCookies(await readFile(path, 'utf8'), { url: null, now });
    expect(har).toMatchObject({ format: 'har', problem: null });
    expect(har.rows.map((row) => row.cookie)).toEqual([
      cookie({ name: 'first', value: '1', httpOnly: true, sameSite: 'strict' }),
    ]);
  } finally {
    await browser.close();
    server.close();
  }
});
