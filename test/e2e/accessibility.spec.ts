import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { tabIdOf } from '../helpers/chromium.ts';
import * as flows from '../sites/flows.ts';
import { expect, test } from './harness.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Ids of the rules broken, with the first place of each. */
async function violations(page: Page): Promise<string[]> {
  // The extension's own policy forbids injected script elements; evaluating is the debugger's right.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** Nothing scrolls the page sideways, and no control lies outside of it. */
async function outside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`page is ${scrollWidth} wide in ${clientWidth}`] : [];
    const controls = [
      ...document.querySelectorAll('[role=toolbar] button, [role=tab], [role=toolbar] input'),
    ];
    return wide.concat(
      controls
        .filter((control) => {
          const box = control.getBoundingClientRect();
          return box.width > 0 && (box.left < 0 || box.right > clientWidth + 1);
        })
        .map((control) => control.outerHTML.slice(0, 120)),
    );
  });
}

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
