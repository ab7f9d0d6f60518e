import { existsSync } from 'node:fs';
import { type Firefox, launchFirefox } from '../helpers/firefox.ts';
import { test as base, expect, FIREFOX_EXTENSION } from './harness.ts';

const HOSTS = ['shop.test', 'flawed.test', 'www.flawed.test', 'cdn.flawed.test', 'tracker.test'];

const test = base.extend<{ firefox: Firefox; origin: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern.
  firefox: async ({}, use) => {
    if (!existsSync(FIREFOX_EXTENSION)) throw new Error('dist/firefox is missing: run npm run build first.');
    const firefox = await launchFirefox({ hosts: HOSTS });
    await use(firefox);
    await firefox.close();
  },
  origin: async ({ firefox }, use) => {
    const { id, origin } = await firefox.install(FIREFOX_EXTENSION);
    // Firefox lets the person decide about host access; installed by hand for a test, it is given here.
    await firefox.evaluateInBrowser(`(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const policy = WebExtensionPolicy.getByID(${JSON.stringify(id)});
      await ExtensionPermissions.add(${JSON.stringify(id)}, { permissions: [], origins: ['http://*/*', 'https://*/*'] }, policy.extension);
      return true;
    })()`);
    await use(origin);
  },
});

/** Opens the panel as a page about the tab with this address, as the popup's button does. */
async function openPanel(firefox: Firefox, origin: string, url: string): Promise<string> {
  const tab = await firefox.newTab();
  await firefox.navigate(`${origin}/src/popup/popup.html`, tab);
  const tabId = await firefox.evaluate(
    `browser.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url === ${JSON.stringify(url)})?.id ?? null)`,
    tab,
  );
  expect(tabId).not.toBeNull();
  await firefox.navigate(`${origin}/src/panel/panel.html?tabId=${tabId}`, tab);
  await firefox.waitFor("document.querySelectorAll('[role=tab]').length > 1", tab);
  return tab;
}

/** The texts of a grid's rows: columns by their titles. */
const rowsOf = (grid: string) => `(() => {
  const grid = document.querySelector('[role=grid][aria-label="${grid}"]');
  if (grid === null) return [];
  const titles = [...grid.querySelectorAll('[role=columnheader]')].map((cell) => cell.innerText.trim());
  return [...grid.querySelectorAll('[role=row]')].slice(1).map((row) => Object.fromEntries(
    [...row.querySelectorAll('[role=gridcell]')].map((cell, index) =>
      [titles[index], cell.getAttribute('aria-label') ?? cell.innerText.trim()])));
})()`;

type Row = Record<string, string>;

test('Firefox: the panel lists cookies with the attributes the browser stored', async ({
  firefox,
  origin,
  sites,
}) => {
  const { https } = sites.at('shop.test');
  const lines = [
    'sid=abc; Path=/; HttpOnly; Secure; SameSite=Strict',
    'plain=1; Path=/',
    'wide=1; Domain=shop.test; Max-Age=3600',
  ];
  await firefox.navigate(`${https}/blank`);
  const panel = await openPanel(firefox, origin, `${https}/blank`);
  const url = `${https}/set?${lines.map((line) => `line=${encodeURIComponent(line)}`).join('&')}`;
  await firefox.navigate(url);
  const rows = async () => (await firefox.evaluate(rowsOf('Cookies'), panel)) as Row[];
  await expect
    .poll(async () => (await rows()).map((row) => row.Name).sort())
    .toEqual(['plain', 'sid', 'wide']);
  const stored = (await firefox.cookies()).filter((cookie) => cookie.domain.endsWith('shop.test'));
  for (const cookie of stored) {
    const row = (await rows()).find(({ Name }) => Name === cookie.name);
    expect(row).toMatchObject({
      Domain: cookie.domain,
      Path: cookie.path,
      Secure: cookie.secure ? 'yes' : 'no',
      HttpOnly: cookie.httpOnly ? 'yes' : 'no',
    });
  }
  expect((await rows()).find(({ Name }) => Name === 'sid')).toMatchObject({ SameSite: 'Strict' });

  // An import of the same panel: what changes, what is new, and what the browser holds then.
  const inPanel = (script: string) => firefox.evaluate(script, panel);
  await inPanel("window.dispatchEvent(new KeyboardEvent('keydown', { key: 'i', bubbles: true }))");
  await firefox.waitFor("document.querySelector('dialog[open] textarea')", panel);
  await inPanel(`(() => {
    document.querySelector('dialog textarea').value = 'Set-Cookie: plain=2; Path=/\\nSet-Cookie: added=1; Path=/; HttpOnly';
    [...document.querySelectorAll('dialog button')].at(-1).click();
  })()`);
  await expect
    .poll(async () =>
      ((await inPanel(rowsOf('Cookies to import'))) as Row[]).map((row) => row['What happens']),
    )
    .toEqual(['Changes Value', 'New']);
  await inPanel("[...document.querySelectorAll('dialog button')].at(-1).click()");
  await expect
    .poll(async () => (await firefox.cookies()).map(({ name, value }) => `${name}=${value.value}`).sort())
    .toEqual(['added=1', 'plain=2', 'sid=abc', 'wide=1']);
});

test('Firefox: several Set-Cookie lines of one response are told apart', async ({
  firefox,
  origin,
  sites,
}) => {
  const { https } = sites.at('shop.test');
  await firefox.navigate(`${https}/blank`);
  const panel = await openPanel(firefox, origin, `${https}/blank`);
  const lines = ['a=1; Expires=Wed, 01 Jan 2031 00:00:00 GMT', 'b=2, still b', 'c=3; Domain=other.test'];
  await firefox.navigate(`${https}/set?${lines.map((line) => `line=${encodeURIComponent(line)}`).join('&')}`);
  await firefox.evaluate(
    `[...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent.includes('Traffic')).click()`,
    panel,
  );
  const rows = async () => (await firefox.evaluate(rowsOf('Traffic'), panel)) as Row[];
  await expect.poll(async () => (await rows()).map((row) => row.Name)).toEqual(['a', 'b', 'c']);
  const [a, , c] = await rows();
  expect(a?.Verdict).toContain('Stored');
  expect(c?.Verdict).toContain('InvalidDomain');
});

test('Firefox: the flawed shop gets its grade', async ({ firefox, origin, sites }) => {
  const url = `${sites.flawed.https}/`;
  await firefox.navigate(url);
  await firefox.navigate(url);
  const panel = await openPanel(firefox, origin, url);
  const report = await firefox.evaluate(
    `browser.runtime.sendMessage({ kind: 'report', tabId: Number(new URLSearchParams(location.search).get('tabId')) })
      .then(({ schema, sites }) => ({ schema, site: sites[0].site, grade: sites[0].grade }))`,
    panel,
  );
  expect(report).toMatchObject({ schema: 'crumbtrail/report@1', site: 'https://flawed.test' });
  expect((report as { grade: string }).grade).toMatch(/^[C-F]/);
});

test('Firefox: a container has cookies of its own', async ({ firefox, origin, sites }) => {
  const { https } = sites.at('shop.test');
  await firefox.navigate(`${https}/set?line=outside%3D1`);
  const { userContext } = (await firefox.bidi.send('browser.createUserContext', {})) as {
    userContext: string;
  };
  const { context } = (await firefox.bidi.send('browsingContext.create', { type: 'tab', userContext })) as {
    context: string;
  };
  await firefox.navigate(`${https}/blank`, context);
  const panel = await openPanel(firefox, origin, `${https}/blank`);
  await firefox.navigate(`${https}/set?line=inside%3D1`, context);
  const names = async () =>
    ((await firefox.evaluate(rowsOf('Cookies'), panel)) as Row[]).map((row) => row.Name);
  await expect.poll(names).toEqual(['inside']);
});

test('Firefox: a sample of new IDs leaves the cookies alone, though the answers would clear them', async ({
  firefox,
  origin,
  sites,
}) => {
  const { https } = sites.at('shop.test');
  await firefox.navigate(`${https}/blank`);
  const panel = await openPanel(firefox, origin, `${https}/blank`);
  await firefox.navigate(`${https}/new-id/clears`);
  const press = async (selector: string) => {
    const element = (await firefox.evaluate(
      `(() => { const each = ${selector}; each.scrollIntoView({ block: 'center' }); const { x, y, width, height } = each.getBoundingClientRect();
        return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }; })()`,
      panel,
    )) as { x: number; y: number };
    // A real press: Firefox asks for access to a site only then.
    await firefox.bidi.send('input.performActions', {
      context: panel,
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          actions: [
            { type: 'pointerMove', ...element },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ],
    });
  };
  await press(
    `[...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent.includes('Strength'))`,
  );
  await firefox.waitFor('document.querySelector(\'input[max="20000"]\') !== null', panel);
  await firefox.evaluate(
    `(() => { for (const [most, value] of [['20000', '12'], ['20', '20']]) {
      const input = document.querySelector('input[max="' + most + '"]');
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    } })()`,
    panel,
  );
  const send = `[...document.querySelectorAll('button')].find((each) => each.textContent.includes('Send 12'))`;
  await firefox.waitFor(`${send} !== undefined`, panel);
  const before = await firefox.cookies();
  expect(before.map(({ name }) => name).sort()).toEqual(['planted', 'sid']);
  await press(send);
  await firefox.waitFor("document.body.innerText.includes('All requests were sent.')", panel);
  await firefox.waitFor("document.body.innerText.includes('12 IDs · 32 characters')", panel);
  expect(await firefox.cookies()).toEqual(before);
  expect(await firefox.evaluate('browser.declarativeNetRequest.getSessionRules()', panel)).toEqual([]);
});
