/** The Sessions tab on the demo sites: what logins and logouts did, in words and on a time axis; marks; a person's word. */
import type { Locator, Page } from 'playwright';
import type { Report } from '../../src/core/audit/report.ts';
import { tabIdOf } from '../helpers/chromium.ts';
import * as flows from '../sites/flows.ts';
import { frameworkApps } from '../sites/frameworks/index.ts';
import { visitOf } from '../sites/frameworks/person.ts';
import { expect, test } from './harness.ts';
import { outside, picture, violations } from './looks.ts';

const open = (panel: Page) => panel.getByRole('tab', { name: 'Sessions' }).click();
const block = (panel: Page, cookie: string): Locator =>
  panel.getByRole('region', { name: cookie, exact: true });
const chart = (panel: Page): Locator => panel.getByRole('group', { name: / over time/ }).first();
const flag = (panel: Page, name: string | RegExp): Locator => chart(panel).getByRole('button', { name });

/** Values of the site's cookies, none of which may be on the screen. */
async function secretsOf(page: Page, origin: string): Promise<readonly string[]> {
  const cookies = await page.context().cookies(origin);
  return cookies.map(({ value }) => value).filter((value) => value.length > 11);
}

const SIZES = [
  ['light', 320],
  ['dark', 320],
  ['light', 800],
  ['dark', 800],
  ['light', 1400],
  ['dark', 1400],
] as const;

/** Of states that are like others, not every size need be seen. */
const SOME = [
  ['light', 320],
  ['dark', 1400],
] as const;

async function look(
  panel: Page,
  state: string,
  sizes: readonly (readonly ['light' | 'dark', number])[] = SOME,
): Promise<void> {
  for (const [colorScheme, width] of sizes) {
    await panel.emulateMedia({ colorScheme });
    await panel.setViewportSize({ width, height: 900 });
    await panel.mouse.move(2, 2);
    await picture(panel, `sessions-${state}-${colorScheme}-${width}`);
    expect(await violations(panel), `${state} ${colorScheme} ${width}`).toEqual([]);
    expect(await outside(panel), `${state} ${colorScheme} ${width}`).toEqual([]);
  }
  await panel.emulateMedia({ colorScheme: 'light' });
  await panel.setViewportSize({ width: 1280, height: 900 });
}

test('flawed: the ID is kept at login and left at logout, with evidence and ways there', async ({
  page,
  sites,
  openPanel,
}) => {
  const origin = sites.flawed.https;
  await page.goto(`${sites.at('ready.test').https}/blank`);
  const panel = await openPanel(page);
  await open(panel);
  await expect(panel.getByRole('heading', { name: 'No session cookie found' })).toBeVisible();
  await look(panel, 'none');

  await flows.visitHome(page, origin);
  await flows.loginWithWrongPassword(page, origin);
  await flows.login(page, origin);
  const secrets = await secretsOf(page, origin);
  await flows.useAccount(page, origin);
  await flows.logout(page, origin);
  await page.goto(`${origin}/`);

  const session = block(panel, 'connect.sid');
  await expect(session.getByRole('meter')).toHaveAttribute('aria-valuetext', /likely|certain/);
  const kept = session.getByRole('article', { name: 'Login: ID kept' });
  await expect(kept).toContainText(
    /Logged in at [\d:.]+ by POST \/login\. connect\.sid kept the ID [0-9a-f]{8}\. Anyone who planted that ID before is now logged in as you\./,
  );
  await expect(session.getByRole('article', { name: 'Login: failed' })).toContainText('nothing to judge');
  await expect(session.getByRole('article', { name: 'Logout: ID left in the browser' })).toBeVisible();
  await expect(session.getByRole('button', { name: /^Ask the server about the old ID/ })).toBeVisible();

  expect(secrets.length).toBeGreaterThan(0);
  const text = await panel.locator('main').innerHTML();
  for (const value of secrets) expect(text).not.toContain(value);

  await look(panel, 'flawed', SIZES);
  const closed = panel.locator('main details:not([open]) > summary');
  while ((await closed.count()) > 0) await closed.first().click();
  await expect(session.getByRole('link', { name: 'NIST SP 800-63B-4, AAL2' })).toBeVisible();
  await look(panel, 'flawed-open', SIZES);

  await kept.getByRole('button', { name: 'POST /login' }).first().click();
  await expect(panel.getByRole('tab', { name: 'Traffic' })).toHaveAttribute('aria-selected', 'true');
  await expect(panel.getByRole('region', { name: 'Request details' })).toContainText('/login');
  await open(panel);
  await kept.getByRole('button', { name: 'connect.sid' }).click();
  await expect(panel.getByRole('region', { name: 'Cookie details' })).toContainText('connect.sid');
});

test('the chart: zoom and pan by wheel, drag, keys and buttons; flags lead to verdicts; a table of the same', async ({
  page,
  sites,
  openPanel,
}) => {
  const origin = sites.flawed.https;
  await flows.visitHome(page, origin);
  const panel = await openPanel(page);
  await page.bringToFront();
  await flows.login(page, origin);
  await flows.useAccount(page, origin);
  await open(panel);
  await panel.bringToFront();
  await expect(flag(panel, /Login: ID kept/)).toBeVisible();
  const readout = panel.getByRole('toolbar', { name: 'Time axis' });
  const range = async () => /([\d:.]+) – ([\d:.]+)/.exec(await readout.innerText())?.slice(1) ?? [];
  const all = await range();
  expect(all).toHaveLength(2);

  await panel.getByRole('button', { name: 'Zoom in' }).click();
  await panel.mouse.move(2, 2);
  const [closer] = await range();
  expect(closer).not.toBe(all[0]);
  await chart(panel).focus();
  await panel.keyboard.press('ArrowRight');
  await expect.poll(async () => (await range())[0]).not.toBe(closer);
  await panel.keyboard.press('0');
  await expect.poll(range).toEqual(all);
  await panel.keyboard.press('+');
  await panel.keyboard.press('End');
  await expect.poll(async () => (await range())[1]).toBe(all[1]);
  await panel.keyboard.press('Home');
  await expect.poll(async () => (await range())[0]).toBe(all[0]);
  await panel.keyboard.press('-');
  await panel.keyboard.press('-');
  await expect.poll(range).toEqual(all);

  // About the pointer: what is under it stays there.
  const box = await chart(panel).boundingBox();
  if (box === null) throw new Error('no chart');
  await panel.mouse.move(box.x + box.width / 4, box.y + 60);
  const under = async () => /^[\d:.]+/.exec(await readout.innerText())?.[0] ?? '';
  const before = await under();
  await panel.mouse.wheel(0, -300);
  await panel.mouse.move(box.x + box.width / 4 + 1, box.y + 60);
  await panel.mouse.move(box.x + box.width / 4, box.y + 60);
  await expect.poll(async () => Math.abs(milliseconds(await under()) - milliseconds(before))).toBeLessThan(5);
  await panel.mouse.move(2, 2);
  const zoomed = await range();
  expect(zoomed).not.toEqual(all);
  await panel.mouse.move(box.x + box.width / 2, box.y + 60);
  await panel.mouse.down();
  await panel.mouse.move(box.x + box.width / 2 - 120, box.y + 60, { steps: 4 });
  await panel.mouse.up();
  await panel.mouse.move(2, 2);
  const moved = await range();
  expect(milliseconds(moved[0] ?? '')).toBeGreaterThan(milliseconds(zoomed[0] ?? ''));
  await panel.getByRole('button', { name: 'Show all' }).click();

  await flag(panel, /Login: ID kept/).focus();
  await expect(readout).toContainText(/[0-9a-f]{8}/);
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('article', { name: 'Login: ID kept' })).toBeFocused();

  await panel.getByRole('button', { name: 'As a table' }).click();
  const table = panel.getByRole('region', { name: 'connect.sid: As a table' });
  await expect(table.getByRole('row', { name: /Login: ID kept/ })).toBeVisible();
  await expect(table.getByRole('row', { name: /had this ID/ })).toContainText(/[0-9a-f]{8}/);
  const [secret] = await secretsOf(page, origin);
  await expect(table).not.toContainText(secret ?? '-');
  await panel.getByRole('button', { name: 'Show values' }).click();
  await expect(table.getByRole('row', { name: /had this ID/ })).toContainText((secret ?? '-').slice(0, 40));
  await look(panel, 'table');
});

const milliseconds = (clock: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
};

test('sound: a new ID at login, gone at logout', async ({ page, sites, openPanel }) => {
  const origin = sites.sound.https;
  await page.goto(`${sites.at('ready.test').https}/blank`);
  const panel = await openPanel(page);
  await page.bringToFront();
  await flows.visitHome(page, origin);
  await flows.login(page, origin);
  await flows.useAccount(page, origin);
  await flows.logout(page, origin);
  await open(panel);
  await panel.bringToFront();
  const verdicts = panel.getByRole('article');
  await expect(verdicts.filter({ hasText: /^Login: (ID changed|new ID issued)/ })).toBeVisible();
  await expect(verdicts.filter({ hasText: /^Logout: ID gone from the browser/ })).toBeVisible();
  await expect(panel.getByRole('article', { name: /kept|left|works/ })).toHaveCount(0);
  await look(panel, 'sound');

  const log = panel.getByRole('region', { name: /^Activity/ });
  const all = await log.getByRole('listitem').count();
  await log.getByRole('button', { name: /^Filter/ }).click();
  await panel.getByRole('checkbox', { name: /logins and logouts/ }).check();
  await panel.keyboard.press('Escape');
  await expect(log.locator('ol > li')).not.toHaveCount(all);
  for (const text of await log.locator('ol > li').allInnerTexts()) expect(text).toMatch(/Login|Logout/);
  await log.getByRole('button', { name: /POST/ }).first().click();
  await expect(panel.getByRole('tab', { name: 'Traffic' })).toHaveAttribute('aria-selected', 'true');
});

/** Framework apps that show what the demo sites do not: app, its form, cookie, verdict, and words of it. */
const RARER = [
  [
    'JWT cookies, beside a session for everybody',
    'flawed',
    'connect.sid',
    'Login: ID kept, another cookie issued',
    /kept the ID [0-9a-f]{8}/,
  ],
  ['cookie-session, counting views', 'sound', 'session', 'Login: ID changes all the time', /proves nothing/],
  [
    'a token in localStorage beside a session cookie',
    'flawed',
    'connect.sid',
    'Login: not seen',
    /POST \/api\/login.*kept in an Authorization header/,
  ],
  ['the password asked for again', 'flawed', 'connect.sid', 'Change of rights: ID kept', /POST \/sudo/],
] as const;

test('added, rolling, not observed, a change of rights: each site by itself, with a way to the strength of its IDs', async ({
  page,
  sites,
  openPanel,
}) => {
  await page.goto(`${sites.at('ready.test').https}/blank`);
  const panel = await openPanel(page);
  await open(panel);
  await page.bringToFront();
  for (const [name, form] of RARER) {
    const app = frameworkApps.find((each) => each.name === name && each.form === form);
    if (app === undefined) throw new Error(name);
    const running = await app.start();
    await visitOf(app)(page, running.origin);
    await running.close();
  }
  await panel.bringToFront();
  const site = panel.getByRole('combobox', { name: 'Site' });
  for (const [name, form, cookie, verdict, words] of RARER) {
    const app = frameworkApps.find((each) => each.name === name && each.form === form);
    await site.selectOption(`https://${app?.host}`);
    const card = block(panel, cookie).getByRole('article', { name: verdict });
    await expect(card).toContainText(words);
    await look(panel, `rarer-${cookie}-${verdict.replace(/\W+/g, '-')}`.toLowerCase());
  }
  await block(panel, 'connect.sid').getByRole('button', { name: 'How strong its IDs are' }).click();
  await expect(panel.getByRole('tab', { name: 'Strength' })).toHaveAttribute('aria-selected', 'true');
  const recorded = panel.getByRole('region', { name: 'In this recording' });
  const chosen = recorded.getByRole('button', { pressed: true });
  await expect(chosen).toContainText('asking-again-flawed.test');
});

test('a login that nobody could see is marked by hand; notes stand on the axis', async ({
  page,
  sites,
  openPanel,
}) => {
  const origin = sites.flawed.https;
  await flows.visitHome(page, origin);
  const panel = await openPanel(page);
  await page.goto(`${origin}/login`);
  await open(panel);
  await expect(panel.getByText('No login seen yet.')).toBeVisible();
  await panel.getByRole('button', { name: 'Mark login' }).click();
  await expect(panel.getByRole('status').filter({ hasText: 'Login marked' })).toBeVisible();
  await expect(panel.getByRole('article', { name: 'Login: ID kept' })).toContainText(
    /Login marked by hand at [\d:.]+\. connect\.sid kept the ID/,
  );
  await panel.getByRole('button', { name: 'Mark…' }).click();
  await panel.getByRole('textbox', { name: 'What happens now' }).fill('second tab <b>opened</b>');
  await look(panel, 'note');
  await panel.getByRole('textbox', { name: 'What happens now' }).press('Enter');
  await expect(panel.getByRole('region', { name: /^Activity/ })).toContainText('second tab <b>opened</b>');
  await panel.getByRole('button', { name: 'Mark logout' }).click();
  await expect(panel.getByRole('article', { name: /^Logout/ })).toBeVisible();
  await panel.getByRole('button', { name: 'Pause recording' }).click();
  await expect(panel.getByText('nothing can be marked')).toBeVisible();
});

test("a person's word on what is the session holds in panel, popup and badge, and is forgotten again", async ({
  chromium,
  page,
  sites,
  openPanel,
}) => {
  await flows.visitHome(page, sites.flawed.https);
  const panel = await openPanel(page);
  await page.bringToFront();
  await flows.switchTheme(page, sites.flawed.https);
  await open(panel);
  await panel.bringToFront();
  const tabId = await tabIdOf(chromium, page);
  const told = () =>
    panel.evaluate(async (id) => {
      const report = (await chrome.runtime.sendMessage({ kind: 'report', tabId: id })) as Report;
      return report.sites.flatMap(({ sessions }) => sessions.map(({ cookie }) => cookie.name));
    }, tabId);
  const badge = () => panel.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
  await expect(block(panel, 'connect.sid')).toBeVisible();
  expect(await told()).toEqual(['connect.sid']);
  await expect.poll(badge).not.toBe('');

  await block(panel, 'connect.sid').getByRole('button', { name: 'This is not' }).click();
  await expect(block(panel, 'connect.sid')).toHaveCount(0);
  await expect(panel.getByRole('heading', { name: 'No session cookie found' })).toBeVisible();
  await expect.poll(told).toEqual([]);
  await look(panel, 'said-not');

  // It is kept: a panel that is opened anew, and the popup, know it.
  await panel.reload();
  const candidate = panel.getByRole('listitem').filter({ hasText: 'connect.sid' });
  await expect(candidate).toContainText('You said this is not the session');
  const popup = await chromium.context.newPage();
  await popup.goto(`chrome-extension://${chromium.extensionId}/src/popup/popup.html?tabId=${tabId}`);
  await expect(popup.getByRole('button', { name: 'Open full report' })).toBeVisible();
  await expect(popup.getByRole('img', { name: /No grade/i })).toBeVisible();
  await popup.close();
  await candidate.getByRole('button', { name: 'Forget my word' }).click();
  await expect(block(panel, 'connect.sid')).toBeVisible();
  await expect.poll(told).toEqual(['connect.sid']);

  await panel.getByText('Is another cookie the session?').click();
  const other = panel.locator('details', { hasText: 'Is another cookie' }).getByRole('listitem').first();
  const name = await other.getByRole('button').first().innerText();
  await other.getByRole('button', { name: 'This is the session' }).click();
  await expect(block(panel, name)).toContainText('You said this is the session');
  await expect.poll(told).toContain(name);
  await look(panel, 'said');
});
