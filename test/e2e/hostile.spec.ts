import { expect, test } from './harness.ts';

test('hostile names and values are shown as text and run nothing', async ({ page, sites, openPanel }) => {
  const { https } = sites.at('shop.test');
  await page.goto(`${https}/hostile`);
  const panel = await openPanel(page);
  const problems: string[] = [];
  panel.on('pageerror', (error) => problems.push(String(error)));
  panel.on('dialog', (dialog) => problems.push(dialog.message()));
  await panel.getByRole('toolbar').getByRole('button', { name: 'Show values' }).click();
  await page.goto(`${https}/hostile-script`);
  const grid = panel.getByRole('grid', { name: 'Cookies' });
  await expect(grid.getByText('<img src=x onerror=alert(1)>').first()).toBeVisible();
  await expect(grid.getByText('<b>name</b>').first()).toBeVisible();
  for (const tab of ['Cookies', 'Traffic']) {
    await panel.getByRole('tab', { name: tab }).click();
    const rows = panel.getByRole('grid').getByRole('row');
    for (let index = 1; index < Math.min(await rows.count(), 25); index += 1) await rows.nth(index).click();
    expect(await panel.locator('b', { hasText: /^name$/ }).count()).toBe(0);
    expect(await panel.locator('img, script:not([src^="/"]), iframe').count()).toBe(0);
    // A right-to-left override must not turn our own text around: it is made visible, never printed.
    expect(await panel.locator('body').innerText()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  }
  expect(await panel.title()).not.toContain('owned');
  expect(problems).toEqual([]);
});
