import type { Frame, Page } from 'playwright';
import { tabIdOf } from '../helpers/chromium.ts';
import { launchFirefox } from '../helpers/firefox.ts';
import { expect, FIREFOX_EXTENSION, set, test } from './harness.ts';
import { outside, picture, violations } from './looks.ts';

/** As the browser itself writes it; ours is a proxy of it, which has no name there. */
const NATIVE = 'function set cookie() { [native code] }';

const setterOf = (page: Page | Frame) =>
  page.evaluate(() => String(Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.set));

const isWatched = async (page: Page | Frame) => (await setterOf(page)) !== NATIVE;

type WriteFact = {
  readonly kind: 'script-write';
  readonly api: string;
  readonly line: string;
  readonly url: string;
  readonly frameId: number;
  readonly stack: readonly {
    readonly url: string;
    readonly line: number;
    readonly column: number;
    readonly function: string;
  }[];
};

/** Everything in the journals, of all tabs. */
async function facts(
  panel: Page,
): Promise<readonly (WriteFact | { readonly kind: string; readonly [key: string]: unknown })[]> {
  const stored = await panel.evaluate(() => chrome.storage.session.get(null));
  return Object.entries(stored)
    .filter(([key]) => key.startsWith('facts/'))
    .flatMap(([, text]) => JSON.parse(text as string))
    .map(({ fact }) => fact);
}

const isWrite = (fact: { readonly kind: string }): fact is WriteFact => fact.kind === 'script-write';
const writes = async (panel: Page) => (await facts(panel)).filter(isWrite);
const lines = async (panel: Page) => (await writes(panel)).map(({ line }) => line);

const write = (page: Page | Frame, line: string) =>
  page.evaluate((text) => (window as unknown as { write(line: string): void }).write(text), line);

/** Tells how many milliseconds a page's main thread has worked, however busy the machine is. */
async function mainThreadOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}

async function watch(panel: Page): Promise<void> {
  const button = panel.getByRole('button', { name: 'Watch scripts' });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
}

test('which script wrote a cookie, and what it may not write: only in this tab, only while it is on', async ({
  chromium,
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(`${https}${set('sid=abc; Path=/; HttpOnly; Secure')}`);
  await page.goto(`${https}/script-writes/plain`);
  const other = await chromium.context.newPage();
  await other.goto(`${https}/script-writes/plain`);
  const panel = await openPanel(page);
  await write(page, 'before=1');
  expect(await isWatched(page)).toBe(false);

  await watch(panel);
  // The page that is there already, and no other tab, not even of the same site.
  await expect.poll(() => isWatched(page)).toBe(true);
  expect(await isWatched(other)).toBe(false);
  await write(page, 'a=1; path=/');
  await write(page, 'sid=mine; path=/');
  await write(page, '__Host-b=1');
  await page.evaluate(() => cookieStore.set('stored', '1'));
  await expect
    .poll(() => lines(panel))
    .toEqual(['a=1; path=/', 'sid=mine; path=/', '__Host-b=1', 'stored=1; Path=/; Secure; SameSite=strict']);
  const [first] = await writes(panel);
  expect(first).toMatchObject({ api: 'document.cookie', url: `${https}/script-writes/plain`, frameId: 0 });
  expect(first?.stack[0]).toEqual({
    url: `${https}/script-writes/writer.js`,
    line: 3,
    column: 19,
    function: 'window.write',
  });

  // The history says so: who wrote it, from where, and why the other was refused.
  const grid = panel.getByRole('grid', { name: 'Cookies' });
  const history = panel.getByRole('list', { name: 'History' });
  await grid.getByRole('row').filter({ hasText: /^a/ }).first().click();
  await expect(history).toContainText('Created');
  await expect(history).toContainText('script writer.js:3:19 window.write');
  await history.getByText('Called from').click();
  await write(page, 'a=2; path=/; samesite=lax');
  await expect(history.getByRole('row', { name: 'SameSite unspecified → lax' })).toBeVisible();
  await expect(history.getByRole('row', { name: /^Value [0-9a-f]{8} → [0-9a-f]{8}$/ })).toBeVisible();
  await grid.getByRole('row').filter({ hasText: /^sid/ }).first().click();
  await expect(history).toContainText('OverwriteHttpOnly An HttpOnly cookie of this name exists');
  expect(await violations(panel)).toEqual([]);
  expect(await outside(panel)).toEqual([]);
  await picture(panel, 'cookie-history');

  // A page that is loaded while it is on: what it writes once a script was fetched is seen.
  await page.goto(`${https}/script-writes/first`);
  await expect.poll(() => lines(panel)).toContain('body=1');
  expect(await lines(panel)).toContain('loaded=1');
  await expect
    .poll(async () => (await facts(panel)).filter(({ kind }) => kind === 'web-storage'))
    .toEqual([expect.objectContaining({ origin: https, area: 'local', key: 'access_token', look: 'jwt' })]);
  // The token itself is nowhere.
  expect(JSON.stringify(await panel.evaluate(() => chrome.storage.session.get(null)))).not.toContain(
    'c2lnbmF0dXJl',
  );
  expect(JSON.stringify(await panel.evaluate(() => chrome.storage.local.get(null)))).not.toMatch(
    /script-writes|loaded|sid/,
  );

  // Paused: taken off the page, and not put into the next one.
  await panel.getByRole('button', { name: 'Pause recording' }).click();
  await expect.poll(() => isWatched(page)).toBe(false);
  await page.goto(`${https}/script-writes/plain`);
  await write(page, 'paused=1');
  expect(await isWatched(page)).toBe(false);
  await panel.getByRole('button', { name: 'Record', exact: true }).click();
  await expect.poll(() => isWatched(page)).toBe(true);
  await write(page, 'again=1');
  await expect.poll(() => lines(panel)).toContain('again=1');
  expect(await lines(panel)).not.toContain('paused=1');

  // Switched off; then on, and the panel closed.
  await panel.getByRole('button', { name: 'Watch scripts' }).click();
  await expect.poll(() => isWatched(page)).toBe(false);
  await page.reload();
  expect(await isWatched(page)).toBe(false);
  await watch(panel);
  await expect.poll(() => isWatched(page)).toBe(true);
  const tabId = await tabIdOf(chromium, page);
  await panel.close();
  await expect.poll(() => isWatched(page)).toBe(false);
  const worker = await chromium.worker();
  await page.reload();
  expect(await isWatched(page)).toBe(false);
  expect(await worker.evaluate((id) => chrome.storage.session.get(`tab/${id}`), tabId)).not.toMatchObject({
    scripts: true,
  });
});

/** What a page can see of its own document.cookie: results, errors, and the shape of the property. */
const shape = () => {
  const thrown = (act: () => unknown) => {
    try {
      return { result: String(act()) };
    } catch (error) {
      return { name: (error as Error).name, message: (error as Error).message };
    }
  };
  const descriptor = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') as PropertyDescriptor;
  const { set } = descriptor as { set: (value?: unknown) => void };
  const jar = document as unknown as { cookie: unknown };
  let made = 0;
  const counted = { toString: () => `counted=${++made}` };
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inner = frame.contentDocument as Document;
  frame.remove();
  return {
    keys: Object.entries(descriptor).map(([key, value]) => [key, typeof value]),
    own: Object.getOwnPropertyNames(document).filter((name) => name === 'cookie'),
    setter: [set.name, set.length, 'prototype' in set, Object.getOwnPropertyNames(set).sort()],
    store: [
      CookieStore.prototype.set.name,
      CookieStore.prototype.set.length,
      Object.keys(CookieStore.prototype),
    ],
    globals: Object.getOwnPropertyNames(window).length,
    returns: thrown(() => set.call(document, 'returned=1')),
    symbol: thrown(() => (jar.cookie = Symbol('s'))),
    throwing: thrown(() => {
      jar.cookie = {
        toString() {
          throw new RangeError('mine');
        },
      };
    }),
    once: thrown(() => {
      jar.cookie = counted;
      return made;
    }),
    nothing: thrown(() => {
      jar.cookie = null;
      jar.cookie = undefined;
      return document.cookie.includes('null') && document.cookie.includes('undefined');
    }),
    illegal: thrown(() => set.call({} as Document, 'a=1')),
    illegalObject: thrown(() => set.call({} as Document, counted)),
    missing: thrown(() => set.call(document)),
    constructed: thrown(() => Reflect.construct(set, ['a=1'])),
    detached: thrown(() => {
      const other = document.implementation.createHTMLDocument('');
      other.cookie = 'detached=1';
      return other.cookie;
    }),
    removed: thrown(() => {
      inner.cookie = 'removed=1';
      return inner.cookie;
    }),
    calls: made,
    stored: document.cookie.includes('counted=1'),
    storeThis: thrown(() => typeof Reflect.apply(CookieStore.prototype.set, {}, ['a', 'b']).catch(() => 0)),
    unhandled: thrown(() => typeof cookieStore.set('a;b', 'c').catch(() => 0)),
  };
};

test('pages do not notice: whatever they do to document.cookie, with a strict policy, in frames, in a loop', async ({
  chromium,
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  const at = (how: string) => `${https}/script-writes/${how}`;
  await page.goto(at('plain'));
  const before = await page.evaluate(shape);
  const panel = await openPanel(page);
  await watch(panel);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const visit = async (how: string) => {
    await page.goto(at(how));
    await expect.poll(() => isWatched(page), how).toBe(true);
  };

  await visit('plain');
  expect(await page.evaluate(shape)).toEqual(before);

  // A page that had its own accessor first, and puts another over ours later.
  await page.goto(at('redefined'));
  await expect.poll(() => lines(panel)).toContain('loaded=1');
  await write(page, 'r=1; path=/');
  await page.evaluate(() => (window as unknown as { redefineAgain(): void }).redefineAgain());
  await write(page, 'r=2; path=/');
  expect(
    await page.evaluate(() => [
      Reflect.get(window, 'seen').at(-1),
      Reflect.get(window, 'mine'),
      document.cookie,
    ]),
  ).toEqual(['r=1; path=/', 'r=2; path=/', 'mine']);
  await expect.poll(() => lines(panel)).toContain('r=1; path=/');
  expect(await lines(panel)).not.toContain('r=2; path=/');

  // Frozen by the first script, which may be quicker than we are or not: the page goes on either way. Frozen later: it goes on, and cannot be taken off, but says nothing more.
  await page.goto(at('frozen'));
  await write(page, 'f=1; path=/');
  expect(await page.evaluate(() => document.cookie)).toContain('f=1');
  await visit('frozenLater');
  await page.evaluate(() => (window as unknown as { freeze(): void }).freeze());
  await write(page, 'f=2; path=/');
  await expect.poll(() => lines(panel)).toContain('f=2; path=/');

  await visit('csp');
  await write(page, 'c=1; path=/');
  await expect.poll(() => lines(panel)).toContain('c=1; path=/');
  await expect
    .poll(async () => (await writes(panel)).find(({ line }) => line === 'c=1; path=/')?.stack[0]?.url)
    .toBe(at('writer.js'));

  await visit('hostile');
  expect(await page.evaluate(() => Reflect.get(window, 'attack')('h=1; path=/'))).toEqual([]);
  await expect.poll(() => lines(panel)).toContain('h=1; path=/');
  await visit('poisoned');
  await write(page, 'p=1; path=/');
  expect(await page.evaluate(() => [Reflect.get(window, 'calls'), document.cookie.includes('p=1')])).toEqual([
    2,
    true,
  ]);

  // Frames: without an address, of another site, sandboxed.
  await page.goto(at('frames'));
  for (const name of ['blank', 'srcdoc', 'other', 'sandboxed']) {
    const frame = page.frame(name) as Frame;
    await expect.poll(() => isWatched(frame), name).toBe(true);
    const said = await frame.evaluate((line) => {
      try {
        // biome-ignore lint/suspicious/noDocumentCookie: what the test is about
        document.cookie = line;
        return 'written';
      } catch (error) {
        return (error as Error).name;
      }
    }, `in_${name}=1; Path=/; Secure; SameSite=None`);
    expect(said, name).toBe(name === 'sandboxed' ? 'SecurityError' : 'written');
  }
  await expect.poll(async () => (await lines(panel)).filter((line) => line.startsWith('in_')).length).toBe(3);

  expect(problems.filter((text) => !text.includes('sandboxed'))).toEqual([]);
  problems.length = 0;

  // A loop: done in no time, every write through, most of them counted only.
  await visit('plain');
  const milliseconds = await page.evaluate(() =>
    (window as unknown as { loop(times: number): number }).loop(20_000),
  );
  expect(await page.evaluate(() => document.cookie)).toContain('loop=19999');
  await expect
    .poll(async () =>
      (await facts(panel)).reduce((sum, fact) => sum + ('count' in fact ? Number(fact.count) : 0), 0),
    )
    .toBeGreaterThan(19_000);
  expect((await lines(panel)).filter((line) => line.startsWith('loop=')).length).toBeLessThan(200);
  console.log(`loop of 20,000 writes: ${Math.round(milliseconds)} ms`);

  // A page that writes a thousand cookies, beside the same page in a tab that nobody watches: the main thread's own time.
  const other = await chromium.context.newPage();
  const work = new Map([
    [page, await mainThreadOf(page)],
    [other, await mainThreadOf(other)],
  ]);
  const thousand = async (tab: Page) => {
    const worked = work.get(tab) as () => Promise<number>;
    await tab.goto(at('plain'));
    if (tab === page) await expect.poll(() => isWatched(page)).toBe(true);
    const before = await worked();
    await tab.evaluate(() => (window as unknown as { many(times: number): void }).many(1000));
    return (await worked()) - before;
  };
  const times: { readonly unwatched: number; readonly watched: number }[] = [];
  for (let round = 0; round < 5; round += 1)
    times.push({ unwatched: await thousand(other), watched: await thousand(page) });
  const median = (of: (time: (typeof times)[number]) => number) =>
    times.map(of).sort((a, b) => a - b)[2] ?? 0;
  const more = median(({ watched, unwatched }) => watched - unwatched);
  const ratio = median(({ watched, unwatched }) => watched / unwatched);
  console.log(
    `1,000 cookies written by script: ${ratio.toFixed(2)} times as long, ${more.toFixed(1)} ms more`,
  );
  // 30 microseconds each: were every stack told, it would be several times that.
  expect(more).toBeLessThan(30);
  await other.close();

  // What the page forges on the channel it cannot know, and what another page of ours would send, is not heard.
  const worker = await chromium.worker();
  expect(await worker.evaluate(() => typeof chrome.scripting.registerContentScripts)).toBe('function');
  expect(
    await worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length),
  ).toBe(0);
  expect(problems).toEqual([]);
});

test('Firefox: which script wrote a cookie', async ({ sites }) => {
  const { https } = sites.at('shop.test');
  const firefox = await launchFirefox({ hosts: ['shop.test'] });
  try {
    const { id, origin } = await firefox.install(FIREFOX_EXTENSION);
    // What a person allows by a click, which no automation can make here.
    await firefox.evaluateInBrowser(`(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const policy = WebExtensionPolicy.getByID(${JSON.stringify(id)});
      await ExtensionPermissions.add(${JSON.stringify(id)}, { permissions: ['scripting'], origins: ['http://*/*', 'https://*/*'] }, policy.extension);
      return true;
    })()`);
    const url = `${https}/script-writes/plain`;
    await firefox.navigate(url);
    const panel = await firefox.newTab();
    await firefox.navigate(`${origin}/src/popup/popup.html`, panel);
    const tabId = await firefox.evaluate(
      `browser.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url === ${JSON.stringify(url)}).id)`,
      panel,
    );
    await firefox.navigate(`${origin}/src/panel/panel.html?tabId=${tabId}`, panel);
    const button = `document.querySelector('[aria-label="Watch scripts"]')`;
    await firefox.waitFor(`${button}?.disabled === false`, panel);
    await firefox.evaluate(`${button}.click()`, panel);
    const setter = `String(Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set)`;
    await firefox.waitFor(`!${setter}.includes('cookie')`);
    await firefox.navigate(url);
    await firefox.waitFor(`!${setter}.includes('cookie')`);
    expect(await firefox.evaluate(`[write('a=1; path=/'), calls]`)).toEqual([null, 2]);
    const rows = `[...document.querySelectorAll('[role=gridcell]')]`;
    await firefox.waitFor(`${rows}.some((cell) => cell.innerText.trim() === 'a')`, panel);
    await firefox.evaluate(`${rows}.find((cell) => cell.innerText.trim() === 'a').click()`, panel);
    await firefox.waitFor(
      `document.querySelector('ol[aria-label=History]')?.innerText.includes('writer.js:3:')`,
      panel,
    );
    await firefox.evaluate(`${button}.click()`, panel);
    await firefox.waitFor(`${setter}.includes('cookie')`);
  } finally {
    await firefox.close();
  }
});
