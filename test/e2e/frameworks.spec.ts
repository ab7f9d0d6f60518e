/** Real session libraries, used as a person would: what the extension says, against what the browser itself tells. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { auditHarFile } from '../../src/core/audit/audit-har.ts';
import type { Report, SiteReport } from '../../src/core/audit/report.ts';
import { type LaunchedChromium, launchChromium, openPanelPage, tabIdOf } from '../helpers/chromium.ts';
import type { FrameworkApp } from '../sites/frameworks/framework-app.ts';
import { frameworkApps } from '../sites/frameworks/index.ts';
import { visitOf } from '../sites/frameworks/person.ts';
import { CookieTruth, changeAtForm, changeAtLogin, changeAtLogout } from './cookie-truth.ts';
import { test as base, CHROME_EXTENSION, expect, listening } from './harness.ts';

type Watched = {
  readonly page: Page;
  /** What the extension says of that tab now. */
  report(): Promise<Report>;
  close(): Promise<unknown>;
};

/** A tab, and the panel about it. */
async function watch(browser: LaunchedChromium, url: string): Promise<Watched> {
  const { context, extensionId } = browser;
  const page = await context.newPage();
  await page.goto(url);
  const tabId = await tabIdOf(browser, page);
  const panel = await openPanelPage(context, extensionId, tabId);
  await panel.getByRole('tab', { name: 'Cookies' }).waitFor();
  // Chromium draws a page behind another one seldom, and Playwright clicks on what is drawn.
  await page.bringToFront();
  const ask = (id: number) => chrome.runtime.sendMessage({ kind: 'report', tabId: id }) as Promise<unknown>;
  return {
    page,
    report: () => panel.evaluate(ask, tabId) as Promise<Report>,
    close: () => Promise.all([page.close(), panel.close()]),
  };
}

/** A report is of all sites that a tab has shown: with more of them it takes longer, as opening a tab does. */
const APPS_OF_A_TAB = 8;

type Shared = { readonly browser: LaunchedChromium; readonly nextTab: () => Promise<Watched> };

/** One browser for all: apps have names of their own, so no cookie of one is another's. */
const test = base.extend<object, { readonly shared: Shared }>({
  shared: [
    async ({ sites }, use) => {
      const browser = await launchChromium({ extension: CHROME_EXTENSION });
      await listening(browser, sites);
      let apps = 0;
      let watched: Watched | undefined;
      const nextTab = async () => {
        if (apps++ % APPS_OF_A_TAB === 0) {
          const old = watched;
          watched = await watch(browser, `${sites.at('ready.test').https}/blank`);
          await old?.close();
        }
        if (watched === undefined) throw new Error('no tab');
        return watched;
      };
      await use({ browser, nextTab });
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

function siteOf(report: Report, host: string): SiteReport | undefined {
  return report.sites.find(({ site }) => new URL(site).host === host);
}

/** What is compared: sessions with their verdicts, and the roles of all other cookies. */
function summaryOf(report: Report, { host, nameOf = (name) => name }: FrameworkApp) {
  const site = siteOf(report, host);
  const sessions = (site?.sessions ?? []).map(({ cookie, members, role, lifetime, events }) => {
    const verdicts = (kind: string) =>
      events.filter((event) => event.kind === kind).map(({ verdict }) => verdict);
    const names = [...new Set(members.map(nameOf))];
    const told = {
      login: verdicts('login'),
      privilege: verdicts('privilege-change'),
      logout: verdicts('logout'),
    };
    return [nameOf(cookie.name), { role, members: names, lifetime: lifetime.kind, ...told }];
  });
  const ofSessions = new Set(site?.sessions.flatMap(({ cookie, members }) => [cookie.name, ...members]));
  const others = (site?.cookies ?? [])
    .filter(({ name }) => !ofSessions.has(name))
    .map(({ name, role }) => [nameOf(name), role]);
  return { sessions: Object.fromEntries(sessions), others: Object.fromEntries(others) };
}

function expectedOf({ expected }: FrameworkApp, by: 'extension' | 'har') {
  const sessions = Object.entries(expected.sessions).map(([name, session]) => {
    const less = by === 'har' ? expected.inHar?.[name] : undefined;
    return [name, { members: [], privilege: [], ...session, ...less }];
  });
  return { sessions: Object.fromEntries(sessions), others: expected.others };
}

const CHANGE_OF = {
  rotated: 'replaced',
  rolling: 'replaced',
  issued: 'issued',
  kept: 'same',
  added: 'same',
} as const;

for (const app of frameworkApps) {
  test(`${app.form}: ${app.name}`, async ({ shared: { browser, nextTab } }, info) => {
    const missing = app.missing?.() ?? null;
    if (missing !== null && process.env.CI === undefined) {
      // The reporter keeps a reason to itself.
      console.log(`Skipped, ${missing}: ${app.name}`);
      test.skip(true, missing);
    }
    const { page, report } = await nextTab();
    const running = await app.start();
    const { tracing } = browser.context;
    const har = info.outputPath('visit.har');
    await tracing.startHar(har);
    try {
      const protocol = await browser.context.newCDPSession(page);
      const truth = new CookieTruth(protocol);
      await protocol.send('Network.enable');
      await visitOf(app)(page, running.origin);
      await expect
        .poll(async () => summaryOf(await report(), app), { timeout: 4000, intervals: [50] })
        .toEqual(expectedOf(app, 'extension'));
      holdsAgainst(app, truth, running.origin);
      await protocol.detach();
    } finally {
      await tracing.stopHar();
      await running.close();
    }
    const ofHar = auditHarFile(await readFile(har, 'utf8')).report;
    expect(summaryOf(ofHar, app), 'by the HAR file').toEqual(expectedOf(app, 'har'));
  });
}

/** The expected verdicts are no opinion: the protocol's cookies must say the same. */
function holdsAgainst(
  { expected, routes, idOf = (value) => value }: FrameworkApp,
  truth: CookieTruth,
  origin: string,
) {
  const hops = truth.hops(origin);
  expect(hops.length).toBeGreaterThan(2);
  for (const [name, { login, privilege: [rights] = [], logout }] of Object.entries(expected.sessions)) {
    const verdict = login.findLast((one) => one !== 'failed' && one !== 'unobserved');
    if (verdict !== undefined) {
      const change = changeAtLogin(hops, name, routes.account, idOf);
      expect(change, `${name} at login`).toBe(CHANGE_OF[verdict as keyof typeof CHANGE_OF]);
    }
    if (rights !== undefined && routes.privilege !== undefined) {
      const change = changeAtForm(hops, name, routes.privilege, idOf);
      expect(change, `${name} at a change of rights`).toBe(CHANGE_OF[rights as keyof typeof CHANGE_OF]);
    }
    if (logout.length === 0) continue;
    const { change, letIn } = changeAtLogout(hops, name, routes, idOf);
    expect(change === 'same' ? 'not-cleared' : 'cleared', `${name} at logout`).toBe(logout[0]);
    if (logout[1] !== undefined) expect(letIn ? 'alive-after-logout' : 'dead-after-logout').toBe(logout[1]);
  }
}
