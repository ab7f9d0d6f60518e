import { expect, test } from './harness.ts';

test('a page out of the back/forward cache is the page again', async ({ page, sites, openPanel }) => {
  const shop = sites.at('shop.test').https;
  await page.goto(`${shop}/set?line=first%3D1`);
  const panel = await openPanel(page);
  await page.goto(`${sites.at('elsewhere.test').https}/blank`);
  await page.goBack();
  await page.evaluate(() => fetch('/set?line=back%3D1'));
  await panel.getByRole('tab', { name: 'Traffic' }).click();
  const row = panel.getByRole('grid', { name: 'Traffic' }).getByRole('row').filter({ hasText: 'back' });
  await row.click();
  await expect(panel.getByRole('region', { name: 'Request details' })).toContainText('fetch · first party');
});
