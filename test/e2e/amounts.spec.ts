import type { Page } from 'playwright';
import * as flows from '../sites/flows.ts';
import { expect, rowCount, test } from './harness.ts';

/** Chromium's own limits: 180 of a site, 3,300 in all. */
async function fillJar(page: Page, of: (host: string) => { readonly https: string }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const cookies = Array.from({ length: 3300 }, (_, index) => ({
    name: `c${index}`,
    value: `value-${index}`,
    url: of(`site${Math.floor(index / 180)}.test`).https,
    secure: true,
    httpOnly: index % 2 === 0,
  }));
  await session.send('Storage.setCookies', { cookies });
  await session.detach();
}

test('a full jar shows the 180 cookies of the site, few of them as nodes', async ({
  page,
  sites,
  openPanel,
}) => {
  await fillJar(page, sites.at);
  await page.goto(`${sites.at('site3.test').https}/blank`);
  const panel = await openPanel(page);
  await expect.poll(() => rowCount(panel, 'Cookies')).toBe(180);
  expect(await panel.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(1500);
});

test('a burst of 2,000 Set-Cookie lines is recorded whole', async ({ page, sites, openPanel }) => {
  const { https } = sites.at('shop.test');
  await page.goto(`${https}/blank`);
  const panel = await openPanel(page);
  await panel.getByRole('tab', { name: 'Traffic' }).click();
  await flows.runEdge(page, `${https}/burst?n=2000&per=10`);
  await expect.poll(() => rowCount(panel, 'Traffic'), { timeout: 20_000 }).toBe(2000);
  // The browser keeps 180 of a site at most; whichever it kept, the panel shows the same.
  const kept = (await page.context().cookies(https)).length;
  await panel.getByRole('tab', { name: 'Cookies' }).click();
  await panel.getByRole('button', { name: 'Filter' }).click();
  await panel.getByLabel('present').check();
  await expect.poll(() => rowCount(panel, 'Cookies')).toBe(kept);
});
