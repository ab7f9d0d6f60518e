import { tabIdOf } from '../helpers/chromium.ts';
import * as flows from '../sites/flows.ts';
import { expect, test } from './harness.ts';
import { outside, violations } from './looks.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 800, 1400]) {
    test(`panel, ${colorScheme}, ${width} px: axe finds nothing, nothing sticks out`, async ({
      page,
      sites,
      openPanel,
    }, info) => {
      await page.goto(`${sites.at('shop.test').https}/blank`);
      const panel = await openPanel(page);
      await panel.emulateMedia({ colorScheme });
      await panel.setViewportSize({ width, height: 600 });
      const look = async (state: string) => {
        await info.attach(`${state}-${colorScheme}-${width}`, {
          body: await panel.screenshot(),
          contentType: 'image/png',
        });
        expect(await violations(panel), state).toEqual([]);
        expect(await outside(panel), state).toEqual([]);
      };
      await expect(panel.getByText('No cookies yet')).toBeVisible();
      await look('empty');
      await flows.visitRejected(page, sites.flawed.https);
      await flows.visitAdjusted(page, sites.flawed.https);
      for (const tab of ['Cookies', 'Traffic']) {
        await panel.getByRole('tab', { name: tab }).click();
        const rows = panel.getByRole('grid', { name: tab }).getByRole('row');
        await expect.poll(() => rows.count()).toBeGreaterThan(3);
        await look(tab);
        await rows.nth(2).click();
        await expect(panel.getByRole('region', { name: / details$/ })).toBeVisible();
        await look(`${tab}-details`);
      }
    });
  }

  test(`popup, ${colorScheme}: axe finds nothing`, async ({ chromium, page, sites }, info) => {
    await page.goto(`${sites.flawed.https}/`);
    const popup = await chromium.context.newPage();
    await popup.emulateMedia({ colorScheme });
    await popup.setViewportSize({ width: 360, height: 500 });
    await popup.goto(
      `chrome-extension://${chromium.extensionId}/src/popup/popup.html?tabId=${await tabIdOf(chromium, page)}`,
    );
    await expect(popup.getByRole('button', { name: 'Open full report' })).toBeVisible();
    await info.attach(`popup-${colorScheme}`, { body: await popup.screenshot(), contentType: 'image/png' });
    expect(await violations(popup)).toEqual([]);
  });
}
