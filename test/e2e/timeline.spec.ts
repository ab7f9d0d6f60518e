/** The Timeline tab: half an hour in a shop as it is drawn, read, zoomed and gone through by keys; and a browser's own cookies. */
import type { Page } from 'playwright';
import { halfAnHour } from '../helpers/timeline-facts.ts';
import { toldPanel } from '../helpers/told-panel.ts';
import { expect, set, test } from './harness.ts';
import { untidy } from './layout.ts';
import { outside, picture, violations } from './looks.ts';

const open = (panel: Page) => panel.getByRole('tab', { name: 'Timeline' }).click();
const chart = (panel: Page) => panel.getByRole('grid', { name: /^Expiry timeline of/ });
const row = (panel: Page, name: string) => chart(panel).getByRole('row', { name: new RegExp(`^${name} `) });
const reading = (panel: Page) => panel.getByRole('region', { name: 'Exact times' });
const names = (panel: Page) =>
  chart(panel).locator('[data-index] > :first-child > :first-child').allTextContents();
const labels = (panel: Page) => chart(panel).locator('[data-axis] text').allTextContents();
const button = (panel: Page, name: string) => panel.getByRole('button', { name, exact: true });

const OVERVIEW = ['light-1440', 'dark-1440', 'light-700', 'light-320', 'dark-320'] as const;

/** Every view has its five looks in visual.spec.ts, too: here those in which a state may go wrong. */
async function look(panel: Page, state: string, looks: readonly (typeof OVERVIEW)[number][]): Promise<void> {
  for (const each of looks) {
    const [scheme, width] = each.split('-');
    await panel.emulateMedia({ colorScheme: scheme === 'dark' ? 'dark' : 'light' });
    await panel.setViewportSize({ width: Number(width), height: width === '700' ? 420 : 800 });
    await panel.mouse.move(2, 2);
    const name = `timeline-${state}-${each}`;
    await picture(panel, name);
    expect(await violations(panel), name).toEqual([]);
    expect(await outside(panel), name).toEqual([]);
    expect(await untidy(panel), name).toEqual([]);
  }
  await panel.emulateMedia({ colorScheme: 'light' });
  await panel.setViewportSize({ width: 1280, height: 700 });
}

test('half an hour in a shop: every end is seen, read exactly, zoomed and grouped, by pointer and keys', async ({
  chromium,
}) => {
  const panel = await chromium.context.newPage();
  await panel.addInitScript(toldPanel(halfAnHour(Date.now()), 'https://shop.example/').script);
  await panel.setViewportSize({ width: 1280, height: 700 });
  await panel.goto(`chrome-extension://${chromium.extensionId}/src/panel/panel.html?tabId=1`);
  await open(panel);

  // The overview: what ends next is on top, what has ended last; seconds and years are on one axis.
  await expect(row(panel, 'access_token')).toBeVisible();
  const all = await names(panel);
  expect(all.slice(0, 3)).toEqual(['access_token', 'offer', 'sid']);
  expect(all.slice(-4)).toEqual(['otp', 'consent', 'recent', 'flash']);
  expect(await labels(panel)).toEqual(expect.arrayContaining(['now', '+1m', '+1h', '+30d', '+1y']));
  await expect(row(panel, 'sid')).toContainText(/in 2\d min/);
  await expect(row(panel, 'sid').getByRole('gridcell').nth(1)).toHaveAccessibleName(
    /set 30 min\. ago, written again \d+ times, ends in 2\d min\., sliding: each writing gives 30 min/,
  );
  await expect(row(panel, 'theme')).toContainText('session');
  await expect(row(panel, 'consent')).toContainText(/Evicted 7 min/);
  await expect(row(panel, 'flash')).toContainText(/Expired 2\d min/);
  await expect(row(panel, 'recent')).toContainText(/Deleted 8 min/);
  await expect(panel.locator('main footer')).toContainText('3 end within 30 min');
  await expect(chart(panel).getByRole('button', { name: /Login/ })).toBeVisible();
  await look(panel, 'overview', OVERVIEW);

  // Under the pointer: exact times, local and UTC, and the line that decided; the button beside it leads there.
  await row(panel, 'csrf_token').hover();
  await expect(reading(panel)).toContainText(
    /csrf_token.*Set.*22 min\. ago.*T\d\d:\d\d:\d\d\.\d{3}Z.*Ends.*in 9\d min/s,
  );
  await expect(reading(panel)).toContainText(/Decided.*POST.*\/login.*Max-Age=7200/s);
  await row(panel, 'ab').hover();
  await expect(reading(panel)).toContainText('cut to 400 days');
  await expect(reading(panel)).toContainText('Max-Age=63072000');

  // A linear hour: the presets, a writing under the pointer, the wheel about it, and dragging.
  await button(panel, 'Linear').click();
  await button(panel, '1h').click();
  await expect
    .poll(() => labels(panel))
    .toEqual(expect.arrayContaining([expect.stringMatching(/^\d\d:\d\d$/)]));
  const axis = await chart(panel).locator('[data-axis]').boundingBox();
  const bar = await row(panel, 'sid').boundingBox();
  if (axis === null || bar === null) throw new Error('no axis');
  const write = await row(panel, 'sid')
    .locator('svg path')
    .evaluateAll((paths) => paths.map((path) => path.getBoundingClientRect()).map(({ right }) => right));
  expect(write.length).toBeGreaterThan(1);
  const before = await labels(panel);
  await panel.mouse.move(axis.x + axis.width * 0.5, bar.y + 11);
  await panel.keyboard.down('Control');
  for (let turn = 0; turn < 6; turn += 1) await panel.mouse.wheel(0, -120);
  await panel.keyboard.up('Control');
  await expect(button(panel, '1h')).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => labels(panel)).not.toEqual(before);
  const zoomed = await labels(panel);
  await panel.mouse.down();
  await panel.mouse.move(axis.x + axis.width * 0.5 - 260, bar.y + 11, { steps: 4 });
  await panel.mouse.up();
  await expect.poll(() => labels(panel)).not.toEqual(zoomed);
  await expect(panel.getByRole('tab', { name: 'Timeline' })).toHaveAttribute('aria-selected', 'true');
  await button(panel, '15m').click();
  await look(panel, 'linear', ['dark-1440', 'light-320']);

  // Groups have headings that keys pass over.
  await panel.getByLabel('Group').selectOption('role');
  await expect(chart(panel).getByRole('row', { name: 'login token 1' })).toBeVisible();
  await look(panel, 'groups', ['light-700']);
  await panel.getByLabel('Group').selectOption('none');
  await panel.getByLabel('Sort').selectOption('name');
  expect((await names(panel)).slice(0, 2)).toEqual(['_ga', 'ab']);

  // Keys: rows, time, everything; Shift+Enter to the request, Enter to the cookie.
  await chart(panel).focus();
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('ArrowDown');
  await expect(reading(panel)).toContainText('access_token');
  const still = await labels(panel);
  await panel.keyboard.press('ArrowRight');
  await panel.keyboard.press('+');
  await expect.poll(() => labels(panel)).not.toEqual(still);
  await panel.keyboard.press('0');
  await expect(button(panel, 'All')).toHaveAttribute('aria-pressed', 'true');
  await panel.keyboard.press('Shift+Enter');
  await expect(panel.getByRole('region', { name: 'Request details' })).toContainText('/api/token');
  await open(panel);
  await chart(panel).focus();
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('tab', { name: 'Cookies' })).toHaveAttribute('aria-selected', 'true');
  await expect(panel.getByRole('heading', { name: 'access_token' })).toBeVisible();

  // The same as a table.
  await open(panel);
  await button(panel, 'As a table').click();
  const table = panel.getByRole('grid', { name: 'Timeline' });
  await expect(table.getByRole('row', { name: /^sid .*sliding: each writing gives 30 min/ })).toBeVisible();
  await look(panel, 'table', ['light-1440', 'dark-320']);
});

test('a browser’s own cookies: none at first, live, filtered as in Cookies, each with its request', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(`${https}/blank`);
  const panel = await openPanel(page);
  await open(panel);
  await expect(panel.getByRole('heading', { name: 'No cookie to show yet' })).toBeVisible();
  await look(panel, 'empty', ['dark-320']);

  await page.goto(https + set('sid=1; Max-Age=1800; HttpOnly', 'theme=dark; Max-Age=31536000', 'plain=1'));
  await expect(row(panel, 'sid')).toContainText(/in 30 min/);
  expect(await names(panel)).toEqual(['sid', 'theme', 'plain']);
  await page.goto(https + set('theme=; Max-Age=0'));
  await expect(row(panel, 'theme')).toContainText('Deleted');
  expect(await names(panel)).toEqual(['sid', 'plain', 'theme']);

  // The search is the whole panel's, and so are the facets of Cookies.
  await panel.getByRole('combobox', { name: 'Search' }).fill('sid');
  expect(await names(panel)).toEqual(['sid']);
  await panel.getByRole('combobox', { name: 'Search' }).fill('');
  await panel.getByRole('button', { name: /^Filter/ }).click();
  await panel
    .getByRole('checkbox', { name: /^session/ })
    .first()
    .check();
  await panel.keyboard.press('Escape');
  const shown = await names(panel);
  expect(shown.length).toBeLessThan(3);
  await panel.getByRole('tab', { name: 'Cookies' }).click();
  await expect(panel.getByRole('grid', { name: 'Cookies' })).toHaveAttribute(
    'aria-rowcount',
    String(shown.length + 1),
  );
  await open(panel);
  await panel.getByRole('combobox', { name: 'Search' }).fill('no such cookie');
  // Below the words that say why nothing is there; another is in the line of filters.
  await panel.getByRole('status').getByRole('button', { name: 'Clear filters' }).click();
  await expect(row(panel, 'plain')).toBeVisible();

  await row(panel, 'sid').hover();
  await row(panel, 'sid')
    .getByRole('button', { name: /request that decided/ })
    .click();
  await expect(panel.getByRole('region', { name: 'Request details' })).toContainText('/set');
  await open(panel);
  await row(panel, 'sid').click({ position: { x: 20, y: 10 } });
  await expect(panel.getByRole('heading', { name: 'sid' })).toBeVisible();
});
