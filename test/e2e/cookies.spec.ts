import type { Page } from 'playwright';
import { expect, set, test } from './harness.ts';

const cookieGrid = (panel: Page) => panel.getByRole('grid', { name: 'Cookies' });
const row = (panel: Page, name: string) =>
  cookieGrid(panel)
    .getByRole('row')
    .filter({ has: panel.getByRole('gridcell', { name, exact: true }) });

/** The cells of a row by their column's name. */
async function cells(panel: Page, name: string): Promise<Record<string, string>> {
  const titles = await cookieGrid(panel).getByRole('columnheader').allInnerTexts();
  const texts = await row(panel, name).getByRole('gridcell').allInnerTexts();
  return Object.fromEntries(titles.map((title, index) => [title.trim(), texts[index]?.trim() ?? '']));
}

test('a cookie appears live with its attributes as the browser has them', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(`${https}/blank`);
  const panel = await openPanel(page);
  await expect(panel.getByText('No cookies yet')).toBeVisible();
  await page.goto(
    https +
      set('sid=abcdef; Path=/; HttpOnly; Secure; SameSite=Strict', 'wide=1; Domain=shop.test; Max-Age=3600'),
  );
  await expect(row(panel, 'sid')).toBeVisible();
  expect(await cells(panel, 'sid')).toMatchObject({
    Domain: 'shop.test',
    Path: '/',
    SameSite: 'Strict',
    Party: 'first',
    Size: '9 B',
  });
  await expect(row(panel, 'sid').getByRole('gridcell', { name: 'yes' })).toHaveCount(2);
  expect(await cells(panel, 'wide')).toMatchObject({ Domain: '.shop.test', SameSite: 'not set' });
  await expect(row(panel, 'wide').getByRole('gridcell', { name: 'no', exact: true })).toHaveCount(2);
});

test('cookies that were there before the panel are listed', async ({ page, sites, openPanel, chromium }) => {
  const { https } = sites.at('shop.test');
  await chromium.context.addCookies([{ name: 'old', value: '1', url: https, httpOnly: true }]);
  await page.goto(`${https}/blank`);
  const panel = await openPanel(page);
  await expect(row(panel, 'old')).toBeVisible();
  await row(panel, 'old').click();
  await expect(panel.getByText('Already there')).toBeVisible();
});

test('a write by script appears, and a deletion by script takes it away', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(`${https}/blank`);
  const panel = await openPanel(page);
  // What is there when the store is first read was written before, by whom nobody knows.
  await expect(panel.getByText('No cookies yet')).toBeVisible();
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the very thing under test.
    document.cookie = 'from_script=1';
  });
  await expect(row(panel, 'from_script')).toBeVisible();
  await row(panel, 'from_script').click();
  await expect(panel.getByText('script or extension').first()).toBeVisible();
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the very thing under test.
    document.cookie = 'from_script=; Max-Age=0';
  });
  await expect(panel.getByText('Deleted by an expiry in the past')).toBeVisible();
});

test('values are not in the page until they are asked for, and the choice is remembered', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set('sid=very-secret-value; Path=/'));
  const panel = await openPanel(page);
  await row(panel, 'sid').click();
  expect(await panel.content()).not.toContain('very-secret-value');
  await panel.getByRole('toolbar').getByRole('button', { name: 'Show values' }).click();
  await expect(cookieGrid(panel).getByText('very-secret-value')).toBeVisible();
  await panel.reload();
  await expect(cookieGrid(panel).getByText('very-secret-value')).toBeVisible();
});

test('search and filters narrow the list, Esc brings it back', async ({ page, sites, openPanel }) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set('alpha=1', 'beta=2; HttpOnly', 'gamma=3; HttpOnly'));
  const panel = await openPanel(page);
  await expect(row(panel, 'alpha')).toBeVisible();
  await panel.keyboard.press('/');
  await panel.keyboard.type('bet');
  await expect(row(panel, 'alpha')).toBeHidden();
  await expect(row(panel, 'beta')).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect(row(panel, 'alpha')).toBeVisible();
});

test('the table is walked by keyboard, Enter opens the details and Esc closes them', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set('alpha=1', 'beta=2', 'gamma=3'));
  const panel = await openPanel(page);
  await expect(row(panel, 'gamma')).toBeVisible();
  await cookieGrid(panel).focus();
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('Enter');
  const details = panel.getByRole('region', { name: 'Cookie details' });
  await expect(details).toContainText(/alpha|beta|gamma/);
  await panel.keyboard.press('Escape');
  await expect(details).toBeHidden();
});

test('columns that a person hides stay hidden', async ({ page, sites, openPanel }) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set('sid=1'));
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Columns' }).click();
  await panel.getByRole('dialog', { name: 'Columns' }).getByLabel('Path').uncheck();
  const path = cookieGrid(panel).getByRole('columnheader', { name: /^Path/ });
  await expect(path).toHaveCount(0);
  await panel.reload();
  await expect(row(panel, 'sid')).toBeVisible();
  await expect(path).toHaveCount(0);
});

test('two cookies of one name are marked', async ({ page, sites, openPanel }) => {
  const { https } = sites.at('app.shop.test');
  await page.goto(https + set('sid=host', 'sid=parent; Domain=shop.test'));
  const panel = await openPanel(page);
  await expect(cookieGrid(panel).getByRole('gridcell', { name: /^sid/ })).toHaveCount(2);
  await expect(cookieGrid(panel).getByLabel(/same name/i)).toHaveCount(2);
});
