/** "Is the old session ID dead on the server?", asked in a real browser of servers that forget and servers that do not. */
import type { Page } from 'playwright';
import type { Report, SiteReport } from '../../src/core/audit/report.ts';
import type { ReplayProgress, ReplayQuestion } from '../../src/protocol/replay.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { stopWorkers } from '../helpers/chromium.ts';
import { received } from '../sites/edge/old-ids.ts';
import * as flows from '../sites/flows.ts';
import { DEMO_PASSWORD, DEMO_USER } from '../sites/users.ts';
import { expect, test } from './harness.ts';

async function siteReport(panel: Page): Promise<SiteReport> {
  const report = (await panel.evaluate(() =>
    chrome.runtime.sendMessage({
      kind: 'report',
      tabId: Number(new URLSearchParams(location.search).get('tabId')),
    }),
  )) as Report;
  const site = report.sites.at(-1);
  if (site === undefined) throw new Error('no site in the report');
  return site;
}

type Told = { readonly result: { ok: boolean; error?: string } | null; readonly steps: readonly string[] };

/** Asks as the panel does; resolves when the replay is over. */
async function ask(panel: Page, question: ReplayQuestion): Promise<Told> {
  return panel.evaluate(
    ({ asked, version }) =>
      new Promise<Told>((resolve) => {
        const port = chrome.runtime.connect({ name: 'crumbtrail/tab' });
        const tabId = Number(new URLSearchParams(location.search).get('tabId'));
        const steps: string[] = [];
        let result: Told['result'] = null;
        const running = ['none', 'current', 'old'];
        port.onMessage.addListener(
          (message: { kind: string; progress?: ReplayProgress; result?: Told['result'] }) => {
            if (message.kind === 'reply') {
              result = message.result ?? null;
              if (result?.ok === false) resolve({ result, steps });
            }
            if (message.kind !== 'replay' || message.progress === undefined) return;
            steps.push(message.progress.step);
            if (!running.includes(message.progress.step)) resolve({ result, steps });
          },
        );
        port.postMessage({ version, kind: 'attach', tabId, have: null });
        port.postMessage({ version, kind: 'call', id: 1, call: { method: 'replay', ...asked } });
      }),
    { asked: question, version: PROTOCOL_VERSION },
  );
}

const eventOf = (site: SiteReport, kind: 'login' | 'logout') => {
  const found = site.sessions.flatMap(({ events }) => events).findLast((event) => event.kind === kind);
  if (found === undefined) throw new Error(`no ${kind} in ${JSON.stringify(site.sessions)}`);
  return found;
};

/** All rules of the extension, read where they are. */
const rules = async (panel: Page) => panel.evaluate(() => chrome.declarativeNetRequest.getSessionRules());

/** All cookies, and how often one was written since the panel opened: writing the same again would show, too. */
const storeOf = async (panel: Page) =>
  panel.evaluate(async () => {
    const own = globalThis as { changes?: number };
    if (own.changes === undefined) {
      own.changes = 0;
      chrome.cookies.onChanged.addListener(() => {
        own.changes = (own.changes ?? 0) + 1;
      });
    }
    return JSON.stringify([await chrome.cookies.getAll({ partitionKey: {} }), own.changes]);
  });

async function signIn(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/`);
  await page.goto(`${origin}/login`);
  await page.getByLabel('User name').fill(DEMO_USER);
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/account');
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/signed-out');
}

const HOSTS = [
  ['rotates', 'dead', 'dead'],
  ['keeps-pre-login', 'alive', 'dead'],
  ['keeps-pre-logout', 'dead', 'alive'],
  ['login-page', 'dead', 'dead'],
  ['login-page-alive', 'alive', 'alive'],
  ['open-page', 'dead', 'dead'],
  ['provider', 'dead', 'dead'],
  ['open-page-alive', 'alive', 'alive'],
] as const;

for (const [host, preLogin, preLogout] of HOSTS) {
  test(`${host}: the ID from before the login is ${preLogin}, that from before the logout ${preLogout}`, async ({
    page,
    sites,
    openPanel,
  }) => {
    const { https } = sites.at(`${host}.test`);
    await page.goto(`${https}/blank`);
    const panel = await openPanel(page);
    await page.bringToFront();
    await signIn(page, https);
    const question = { site: `${host}.test`, url: `${https}/account` };
    await expect.poll(async () => (await siteReport(panel)).sessions.length).toBe(1);

    const login = eventOf(await siteReport(panel), 'login');
    expect(login.verdict).toBe('rotated');
    let store = await storeOf(panel);
    const first = await ask(panel, { what: 'pre-login', flow: login.at, ...question });
    expect(first).toEqual({ result: { ok: true }, steps: ['none', 'current', 'old', 'done'] });
    expect(await storeOf(panel)).toBe(store);
    expect(await rules(panel)).toEqual([]);
    const fixation = async () =>
      (await siteReport(panel)).findings.filter(({ rule }) => rule === 'session-fixation');
    if (preLogin === 'alive') expect(await fixation()).toMatchObject([{ confidence: 'certain' }]);
    else expect(await fixation()).toEqual([]);

    await signOut(page);
    await expect.poll(async () => eventOf(await siteReport(panel), 'logout').verdict).toBe('cleared');
    store = await storeOf(panel);
    const logout = eventOf(await siteReport(panel), 'logout');
    const second = await ask(panel, { what: 'pre-logout', flow: logout.at, ...question });
    expect(second.steps.at(-1)).toBe('done');
    expect(await storeOf(panel)).toBe(store);
    expect(await rules(panel)).toEqual([]);
    const after = await siteReport(panel);
    expect(eventOf(after, 'logout').verdict).toBe(`${preLogout}-after-logout`);
    expect(after.coverage.find(({ check }) => check === 'logout-invalidation')?.state).toBe('observed');
    const found = after.findings.filter(({ rule }) => rule === 'session-alive-after-logout');
    if (preLogout === 'alive') expect(found).toMatchObject([{ confidence: 'certain' }]);
    else expect(found).toEqual([]);
  });
}

/** A visit of one of the small applications, signed in, with the panel open. */
async function visit(page: Page, openPanel: (about: Page) => Promise<Page>, https: string): Promise<Page> {
  await page.goto(`${https}/blank`);
  const panel = await openPanel(page);
  await page.bringToFront();
  await signIn(page, https);
  await expect.poll(async () => (await siteReport(panel)).sessions.length).toBe(1);
  return panel;
}

test('three requests are sent, to one address, with no, the current and the old cookies; none is in the recording', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('provider.test');
  const panel = await visit(page, openPanel, https);
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: a cookie beside the session.
    document.cookie = 'theme=dark; Path=/';
  });
  const { flow, old } = await loginOf(panel);
  const before = received.length;
  const current = (await page.context().cookies()).find(({ name }) => name === 'sid')?.value;
  const count = async () => (await siteReport(panel)).setCookies.length;
  const lines = await count();
  await ask(panel, { what: 'pre-login', flow, site: 'provider.test', url: `${https}/account` });
  const sent = received.slice(before);
  // The redirect to another site is not followed, with or without cookies.
  expect(sent.map(({ host, path }) => host + path)).toEqual(Array(3).fill('provider.test/account'));
  expect(sent[0]?.cookie).toBeNull();
  expect(sent[1]?.cookie).toBe(`sid=${current}; theme=dark`);
  expect(sent[2]?.cookie).toMatch(/^sid=[0-9a-f]{32}$/);
  expect(sent[2]?.cookie).not.toContain(String(current));
  expect(old).toHaveLength(8);
  expect(await count()).toBe(lines);
  const stored = () => panel.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
  await expect.poll(stored).toContain('pre-login');
  expect(await stored()).not.toContain('probe=planted');
});

async function loginOf(panel: Page) {
  const { at: flow, before: old = '' } = eventOf(await siteReport(panel), 'login');
  return { flow, old };
}

test('the old ID is in no message and in no storage but the recording', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('keeps-pre-logout.test');
  const panel = await visit(page, openPanel, https);
  const secret = (await page.context().cookies()).find(({ name }) => name === 'sid')?.value ?? '';
  expect(secret).toHaveLength(32);
  await signOut(page);
  await expect.poll(async () => eventOf(await siteReport(panel), 'logout').verdict).toBe('cleared');
  // What was recorded is written down some time later.
  const stored = () => panel.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
  let before = '';
  const isSettled = async () => {
    const last = before;
    before = await stored();
    return before === last;
  };
  await expect.poll(isSettled, { intervals: [500] }).toBe(true);
  const { at: flow } = eventOf(await siteReport(panel), 'logout');
  const heard = panel.evaluate(
    (version) =>
      new Promise<string>((resolve) => {
        const port = chrome.runtime.connect({ name: 'crumbtrail/tab' });
        const tabId = Number(new URLSearchParams(location.search).get('tabId'));
        const messages: unknown[] = [];
        port.onMessage.addListener((message: { kind: string; progress?: ReplayProgress }) => {
          if (message.kind !== 'snapshot') messages.push(message);
          if (message.progress?.step === 'done') resolve(JSON.stringify(messages));
        });
        port.postMessage({ version, kind: 'attach', tabId, have: null });
      }),
    PROTOCOL_VERSION,
  );
  await ask(panel, { what: 'pre-logout', flow, site: 'keeps-pre-logout.test', url: `${https}/account` });
  const messages = await heard;
  expect(messages).toContain('"kind":"replay"');
  expect(messages).not.toContain(secret);
  const [after, local] = await panel.evaluate(async () => [
    JSON.stringify(await chrome.storage.session.get(null)),
    JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.sync.get(null)]),
  ]);
  expect(after?.split(secret).length).toBe(before.split(secret).length);
  expect(local).not.toContain(secret);
  expect(JSON.stringify(await siteReport(panel))).not.toContain(secret);
});

test('a page with a fragment is asked for like any other', async ({ page, sites, openPanel }) => {
  const { https } = sites.at('keeps-pre-login.test');
  const panel = await visit(page, openPanel, https);
  await page.goto(`${https}/blank`);
  await page.goto(`${https}/account#/orders`);
  const { flow } = await loginOf(panel);
  const url = `${https}/account#/orders`;
  const told = await ask(panel, { what: 'pre-login', flow, site: 'keeps-pre-login.test', url });
  expect(told.steps.at(-1)).toBe('done');
  expect((await siteReport(panel)).findings.map(({ rule }) => rule)).toContain('session-fixation');
});

test('a server that forgets late is dead when asked again', async ({ page, sites, openPanel }) => {
  const { https } = sites.at('forgets-late.test');
  const panel = await visit(page, openPanel, https);
  await signOut(page);
  await expect.poll(async () => eventOf(await siteReport(panel), 'logout').verdict).toBe('cleared');
  const { at: flow } = eventOf(await siteReport(panel), 'logout');
  const question = { what: 'pre-logout', flow, site: 'forgets-late.test', url: `${https}/account` } as const;
  await ask(panel, question);
  expect(eventOf(await siteReport(panel), 'logout').verdict).toBe('alive-after-logout');
  await expect
    .poll(async () => {
      await ask(panel, question);
      return eventOf(await siteReport(panel), 'logout').verdict;
    })
    .toBe('dead-after-logout');
  expect((await siteReport(panel)).findings.map(({ rule }) => rule)).not.toContain(
    'session-alive-after-logout',
  );
});

test('a worker killed midway leaves no rule behind, and another replay works', async ({
  chromium,
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('late.test');
  const panel = await visit(page, openPanel, https);
  const { flow } = await loginOf(panel);
  const question = { what: 'pre-login', flow, site: 'late.test', url: `${https}/account` } as const;
  const before = received.length;
  const first = ask(panel, question);
  first.catch(() => undefined);
  await expect.poll(() => received.length).toBe(before + 1);
  expect(await rules(panel)).toHaveLength(1);
  const store = await storeOf(panel);
  await stopWorkers(chromium);
  // The panel comes back to a new worker by itself.
  await expect.poll(() => rules(panel)).toEqual([]);
  expect(await storeOf(panel)).toBe(store);
  const second = await ask(panel, question);
  expect(second.steps.at(-1)).toBe('done');
  expect(await rules(panel)).toEqual([]);
});

test('what was not recorded as a signed-in answer is not asked for', async ({ page, sites, openPanel }) => {
  const { https } = sites.at('rotates.test');
  const panel = await visit(page, openPanel, https);
  const { flow } = await loginOf(panel);
  const before = received.length;
  const base = { what: 'pre-login', flow, site: 'rotates.test', url: `${https}/account` } as const;
  for (const question of [
    { ...base, url: `${https}/login` },
    { ...base, url: `${https}/logout` },
    { ...base, url: 'https://other.test/account' },
    { ...base, site: 'other.test' },
    { ...base, flow: flow + 1 },
    { ...base, what: 'pre-logout' as const },
  ])
    expect(await ask(panel, question)).toEqual({ result: { ok: false, error: 'changed' }, steps: [] });
  expect(received.length).toBe(before);
  expect(await rules(panel)).toEqual([]);
});

for (const [site, expected] of [
  ['flawed', 'alive-after-logout'],
  ['sound', 'dead-after-logout'],
] as const) {
  test(`the ${site} shop: ${expected}`, async ({ page, sites, openPanel }) => {
    const { https } = sites[site];
    await page.goto(`${sites.at(`${site}.test`).https}/`);
    const panel = await openPanel(page);
    await page.bringToFront();
    await flows.login(page, https);
    await flows.useAccount(page, https);
    await flows.logout(page, https);
    const logouts = async () =>
      (await siteReport(panel)).sessions[0]?.events.filter(({ kind }) => kind === 'logout') ?? [];
    await expect.poll(async () => (await logouts()).length).toBeGreaterThan(0);
    const [logout] = await logouts();
    const store = await storeOf(panel);
    const told = await ask(panel, {
      what: 'pre-logout',
      flow: logout?.at ?? 0,
      site: `${site}.test`,
      url: `${https}/account`,
    });
    expect(told).toEqual({ result: { ok: true }, steps: ['none', 'current', 'old', 'done'] });
    expect(await storeOf(panel)).toBe(store);
    expect((await logouts()).at(-1)?.verdict).toBe(expected);
  });
}
