/** Changing cookies in the panel: one, several, back and again, with the browser's own word on each. */
import type { Page } from 'playwright';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { cookieOf } from '../helpers/panel-store.ts';
import { toldPanel } from '../helpers/told-panel.ts';
import { expect, set, test } from './harness.ts';
import { untidy } from './layout.ts';
import { outside, picture, violations } from './looks.ts';

const grid = (panel: Page) => panel.getByRole('grid', { name: 'Cookies' });
/** Marks stand beside a name. */
const cell = (panel: Page, name: string) =>
  panel.getByRole('gridcell', { name: new RegExp(`^${name}( |$)`) });
const row = (panel: Page, name: string) =>
  grid(panel)
    .getByRole('row')
    .filter({ has: cell(panel, name) });
const details = (panel: Page) => panel.getByRole('region', { name: 'Cookie details' });
const editor = (panel: Page) => panel.getByRole('region', { name: 'Cookie editor' });
const button = (panel: Page, name: string) => panel.getByRole('button', { name, exact: true });
const news = (panel: Page) => panel.locator('main').getByRole('status').last();

// What does not answer at once does not answer.
test.use({ actionTimeout: 8_000 });

async function look(panel: Page, state: string): Promise<void> {
  for (const [colorScheme, width, height] of [
    ['light', 1280, 700],
    ['dark', 1280, 700],
    ['light', 320, 640],
    ['dark', 320, 640],
  ] as const) {
    await panel.emulateMedia({ colorScheme });
    await panel.setViewportSize({ width, height });
    const name = `editing-${state}-${colorScheme}-${width}`;
    await picture(panel, name);
    expect(await violations(panel), name).toEqual([]);
    expect(await outside(panel), name).toEqual([]);
    expect(await untidy(panel), name).toEqual([]);
  }
  await panel.emulateMedia({ colorScheme: 'light' });
  await panel.setViewportSize({ width: 1280, height: 700 });
}

test('one cookie is edited, renamed, copied and put back; what the browser refuses it says why', async ({
  page,
  sites,
  openPanel,
  chromium,
}) => {
  const { https } = sites.at('shop.test');
  const stored = async () =>
    Object.fromEntries(
      (await chromium.context.cookies(https)).map(({ name, value, secure, sameSite }) => [
        name,
        { value, secure, sameSite },
      ]),
    );
  await page.goto(https + set('sid=first-secret; Path=/; Secure; HttpOnly; SameSite=Lax', 'theme=dark'));
  const panel = await openPanel(page);
  await panel.setViewportSize({ width: 1280, height: 700 });
  await row(panel, 'sid').click();
  await expect(button(panel, 'Edit')).toBeVisible();

  await test.step('the old value is not in the page while a new one is typed', async () => {
    await panel.keyboard.press('e');
    await expect(editor(panel)).toBeVisible();
    expect(await panel.content()).not.toContain('first-secret');
    await editor(panel).getByRole('button', { name: 'Type a new value' }).click();
    await expect(editor(panel).getByLabel('Value')).toBeFocused();
    await panel.keyboard.type('second-secret');
    await look(panel, 'editor');
  });

  await test.step('what a page writes meanwhile is followed, but for what the person changed', async () => {
    await page.goto(https + set('sid=of-the-page; Path=/; Secure; SameSite=Strict'));
    await expect(editor(panel)).toContainText('Changed meanwhile, and kept as it is now: HttpOnly, SameSite');
    await expect(editor(panel)).toContainText('Changed meanwhile, too, and yours is kept: Value');
    await editor(panel).getByLabel('Value').press('Control+Enter');
    await expect(editor(panel)).toHaveCount(0);
    await expect(news(panel)).toContainText('sid changed');
    expect(await stored()).toMatchObject({ sid: { value: 'second-secret', sameSite: 'Strict' } });
  });

  await test.step('faults are told at their field before the browser is asked; then it says so itself', async () => {
    await button(panel, 'Edit').click();
    await editor(panel).getByLabel('SameSite').selectOption('none');
    await editor(panel).getByLabel('Secure').uncheck();
    await expect(editor(panel).getByLabel('SameSite')).toHaveAttribute('aria-invalid', 'true');
    await look(panel, 'faults');
    await button(panel, 'Ask the browser anyway').click();
    await expect(editor(panel).getByRole('alert')).toContainText(/The browser refused it/);
    await picture(panel, 'editing-refused');
    expect(await stored()).toMatchObject({ sid: { secure: true, sameSite: 'Strict' } });
    await panel.keyboard.press('Escape');
    await expect(editor(panel)).toHaveCount(0);
    await expect(details(panel)).toBeVisible();
  });

  await test.step('renaming: the old one goes when the new one is there', async () => {
    await button(panel, 'Edit').click();
    await editor(panel).getByLabel('Name').fill('renamed');
    await expect(editor(panel)).toContainText('the old one goes when the new one is there');
    await panel.keyboard.press('Enter');
    await expect(row(panel, 'renamed')).toBeVisible();
    await expect.poll(async () => Object.keys(await stored()).sort()).toEqual(['renamed', 'theme']);
    await grid(panel).focus();
    await panel.keyboard.press('Control+z');
    await expect(news(panel)).toContainText('Undone');
    await expect.poll(async () => Object.keys(await stored()).sort()).toEqual(['sid', 'theme']);
    await panel.keyboard.press('Control+Shift+z');
    await expect.poll(async () => Object.keys(await stored()).sort()).toEqual(['renamed', 'theme']);
  });

  await test.step('a copy, and a new one', async () => {
    await row(panel, 'theme').click();
    await panel.keyboard.press('d');
    await expect(editor(panel).getByLabel('Name')).toHaveValue('theme_copy');
    await panel.keyboard.press('Control+Enter');
    await expect(row(panel, 'theme_copy')).toBeVisible();
    await grid(panel).focus();
    await panel.keyboard.press('a');
    await expect(editor(panel).getByLabel('Name')).toBeFocused();
    await panel.keyboard.type('fresh');
    await editor(panel).getByLabel('Value').fill('1');
    await editor(panel).getByLabel('Expires').press('Home');
    await editor(panel).getByLabel('Expires').pressSequentially('12312030');
    await panel.keyboard.press('ArrowRight');
    await panel.keyboard.type('112233A');
    await expect(editor(panel).getByLabel('Expires')).toHaveValue('2030-12-31T11:22:33');
    // Keys of the list throw nothing away that was written.
    await grid(panel).focus();
    await panel.keyboard.press('Escape');
    await panel.keyboard.press('d');
    await expect(editor(panel).getByLabel('Name')).toHaveValue('fresh');
    await button(panel, 'in 30 days').click();
    await expect(editor(panel)).toContainText('in 30 days');
    await button(panel, 'Save').click();
    await expect(news(panel)).toContainText('fresh added');
    expect(Object.keys(await stored()).sort()).toEqual(['fresh', 'renamed', 'theme', 'theme_copy']);
  });
});

test('several cookies are chosen by keys, deleted and put back, also by a panel that was opened anew', async ({
  page,
  sites,
  openPanel,
  chromium,
}) => {
  const { https } = sites.at('shop.test');
  const names = async () => (await chromium.context.cookies(https)).map(({ name }) => name).sort();
  await page.goto(https + set('alpha=1', 'beta=2', 'delta=4', 'gamma=3'));
  const panel = await openPanel(page);
  await panel.setViewportSize({ width: 1280, height: 700 });
  await expect(row(panel, 'gamma')).toBeVisible();

  await grid(panel).focus();
  await panel.keyboard.press('Home');
  await panel.keyboard.press('Shift+ArrowDown');
  await panel.keyboard.press('Shift+ArrowDown');
  await expect(grid(panel).getByRole('row', { selected: true })).toHaveCount(3);
  await look(panel, 'chosen');
  await panel.keyboard.press('Delete');
  await expect(news(panel)).toContainText('3 cookies deleted');
  await expect.poll(names).toEqual(['gamma']);
  await look(panel, 'deleted');

  await panel.close();
  const again = await openPanel(page);
  await again.setViewportSize({ width: 1280, height: 700 });
  await button(again, 'Undo: 3 cookies deleted').click();
  await expect.poll(names).toEqual(['alpha', 'beta', 'delta', 'gamma']);
  await expect(news(again)).toContainText('Undone: 3 cookies');
  await again.getByRole('status').last().locator('xpath=..').getByRole('button', { name: 'Redo' }).click();
  await expect.poll(names).toEqual(['gamma']);
  await grid(again).focus();
  await again.keyboard.press('Control+z');
  await expect.poll(names).toEqual(['alpha', 'beta', 'delta', 'gamma']);

  await test.step('an attribute for all that are chosen', async () => {
    await row(again, 'alpha').click();
    await row(again, 'gamma').click({ modifiers: ['Shift'] });
    await row(again, 'beta').click({ modifiers: ['Control'] });
    await expect(again.getByRole('region', { name: 'Selected cookies' })).toContainText('3 selected');
    await button(again, 'Set').click();
    await picture(again, 'editing-set');
    await again
      .getByRole('group', { name: 'HttpOnly' })
      .getByRole('button', { name: 'on', exact: true })
      .click();
    await expect(news(again)).toContainText('3 cookies changed');
    const cookies = await chromium.context.cookies(https);
    expect(
      cookies
        .filter(({ httpOnly }) => httpOnly)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['alpha', 'delta', 'gamma']);
    await grid(again).focus();
    await again.keyboard.press('Escape');
    await expect(again.getByRole('region', { name: 'Selected cookies' })).toHaveCount(0);
  });

  await test.step('all of a kind, from the menu', async () => {
    await button(again, 'Change cookies').click();
    await look(again, 'menu');
    await again.getByRole('button', { name: /of shop\.test 4/ }).click();
    await expect(news(again)).toContainText('4 cookies deleted');
    await expect.poll(names).toEqual([]);
  });
});

test('a protected cookie is put back when a page changes it, a blocked one goes whenever it appears', async ({
  page,
  sites,
  openPanel,
  chromium,
}) => {
  const { https } = sites.at('shop.test');
  const value = async (of: string) =>
    (await chromium.context.cookies(https)).find(({ name }) => name === of)?.value ?? null;
  await page.goto(https + set('sid=mine; Path=/', 'ad=1; Path=/'));
  const panel = await openPanel(page);
  await panel.setViewportSize({ width: 1280, height: 700 });
  await row(panel, 'sid').click();
  await button(panel, 'Protect').click();
  await expect(button(panel, 'Protect')).toHaveAttribute('aria-pressed', 'true');
  await grid(panel).focus();
  await row(panel, 'ad').click();
  await panel.keyboard.press('b');
  await expect.poll(() => value('ad')).toBeNull();
  await page.goto(https + set('sid=of-the-page; Path=/', 'ad=2; Path=/'));
  await expect.poll(() => value('sid')).toBe('mine');
  await expect.poll(() => value('ad')).toBeNull();
  await expect(grid(panel).getByLabel('Protected · put back 1 time')).toBeVisible();
  await expect(grid(panel).getByLabel(/Blocked · removed 1 time/)).toBeVisible();
  await look(panel, 'guarded');
  await row(panel, 'sid').click();
  await button(panel, 'Protect').click();
  await expect(news(panel)).toContainText('watched over no more');
  await page.goto(https + set('sid=of-the-page; Path=/'));
  await expect.poll(() => value('sid')).toBe('of-the-page');
});

test('a long order shows how far it is, and stops; a guard that gave up says so', async ({ chromium }) => {
  const panel = await chromium.context.newPage();
  const cookies = ['alpha', 'beta'].map((name) => cookieOf(name));
  const facts = [{ kind: 'jar' as const, at: Date.now(), sites: ['shop.example'], cookies, gone: [] }];
  await panel.addInitScript(toldPanel(facts, 'https://shop.example/').script);
  // What the worker says and hears, at hand for this test.
  await panel.addInitScript(() => {
    const { connect } = chrome.runtime;
    const heard: unknown[] = [];
    const listeners: ((message: unknown) => void)[] = [];
    const port = connect() as unknown as {
      postMessage(message: unknown): void;
      onMessage: { addListener(listener: (message: unknown) => void): void };
    };
    const { postMessage } = port;
    const { addListener } = port.onMessage;
    port.postMessage = (message) => {
      heard.push(message);
      postMessage(message);
    };
    port.onMessage.addListener = (listener) => {
      listeners.push(listener);
      addListener(listener);
    };
    Object.assign(chrome.runtime, { connect: () => port });
    Object.assign(globalThis, {
      heard,
      say: (message: unknown) => {
        for (const listener of listeners) listener(message);
      },
    });
  });
  await panel.setViewportSize({ width: 1280, height: 700 });
  await panel.goto(`chrome-extension://${chromium.extensionId}/src/panel/panel.html?tabId=1`);
  await expect(row(panel, 'alpha')).toBeVisible();
  const say = (message: object) =>
    panel.evaluate((each) => (globalThis as unknown as { say(message: unknown): void }).say(each), {
      version: PROTOCOL_VERSION,
      ...message,
    });
  const running = { id: '1', step: 'import', done: 1_200, total: 3_300, results: null };
  const state = { undo: [], redo: [], guards: [], running };
  await say({ kind: 'workbench', state });
  await expect(panel.getByText('Importing cookies: 1,200 of 3,300')).toBeVisible();
  await say({ kind: 'work', progress: { ...running, done: 2_400 } });
  await expect(panel.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute('value', '2400');
  await look(panel, 'running');
  await button(panel, 'Stop').click();
  expect(
    await panel.evaluate(() => JSON.stringify((globalThis as unknown as { heard: unknown }).heard)),
  ).toContain('stop-work');
  const results = [
    { outcome: 'done' },
    { outcome: 'refused', error: 'No host permissions' },
    { outcome: 'kept' },
  ];
  await say({ kind: 'work', progress: { ...running, results } });
  const undo = [{ id: 'a', at: 1, step: 'import', cookies: 1, name: 'alpha' }];
  await say({ kind: 'workbench', state: { ...state, running: null, undo } });
  await expect(news(panel)).toContainText(
    'alpha imported · 1 refused: No host permissions · 1 left as it is',
  );
  await expect(panel.getByRole('progressbar')).toHaveCount(0);
  await expect(button(panel, 'Undo: alpha imported')).toBeVisible();

  // A guard that could not keep up says so in the list.
  const guards = [{ kind: 'protect', cookie: cookies[0], times: 40, gaveUp: true }];
  await say({ kind: 'workbench', state: { ...state, running: null, undo, guards } });
  await expect(row(panel, 'alpha').getByTitle(/Protected · put back 40 times · gave up/)).toBeVisible();
  await panel.getByRole('button', { name: /^Change cookies/ }).click();
  await look(panel, 'gave-up');
});
