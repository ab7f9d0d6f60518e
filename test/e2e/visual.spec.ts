/**
 * Every view in every state, in both themes, at three widths, at 200 %, and from right to left: a picture of each, none
 * with anything clipped, overlapping or scrolling sideways, and nothing that axe finds. One browser for all.
 */
import type { Page } from 'playwright';
import { openPanelPage, tabIdOf } from '../helpers/chromium.ts';
import * as flows from '../sites/flows.ts';
import { expect, rowCount, test } from './harness.ts';
import { untidy } from './layout.ts';
import { outside, picture, violations } from './looks.ts';

interface Look {
  readonly name: string;
  readonly scheme: 'light' | 'dark';
  /** CSS pixels: at 200 % half of the window's. */
  readonly width: number;
  readonly height: number;
  readonly rtl?: true;
  /** The structure and the colours of each theme are asked for once. */
  readonly axe?: true;
}

const LOOKS: readonly Look[] = [
  { name: 'light-1280', scheme: 'light', width: 1280, height: 800, axe: true },
  { name: 'dark-320', scheme: 'dark', width: 320, height: 800, axe: true },
  { name: 'light-320', scheme: 'light', width: 320, height: 800 },
  { name: 'dark-1280', scheme: 'dark', width: 1280, height: 800 },
  { name: 'dark-3840', scheme: 'dark', width: 3840, height: 1200 },
  { name: 'light-zoom-200', scheme: 'light', width: 640, height: 400 },
  { name: 'light-rtl-1280', scheme: 'light', width: 1280, height: 800, rtl: true },
  { name: 'dark-rtl-320', scheme: 'dark', width: 320, height: 800, rtl: true },
];

async function look(page: Page, state: string, looks: readonly Look[] = LOOKS): Promise<void> {
  for (const { name, scheme, width, height, rtl, axe } of looks) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height });
    await page.evaluate(
      async (dir) => {
        document.documentElement.dir = dir;
        // Sizes are followed by an observer, which draws in the next frame.
        for (let frame = 0; frame < 3; frame += 1)
          await new Promise((resolve) => requestAnimationFrame(resolve));
      },
      rtl ? 'rtl' : 'ltr',
    );
    await picture(page, `view-${state}-${name}`);
    expect.soft(await outside(page), `${state} ${name}`).toEqual([]);
    expect.soft(await untidy(page), `${state} ${name}`).toEqual([]);
    if (axe) expect.soft(await violations(page), `${state} ${name}`).toEqual([]);
  }
}

/** All tabs of a panel as they are now. */
async function lookAtTabs(panel: Page, state: string, only?: readonly string[]): Promise<void> {
  for (const tab of await panel.getByRole('tab').all()) {
    const name = await tab.innerText();
    if (only && !only.includes(name)) continue;
    await tab.click();
    await panel.mouse.move(2, 2);
    await expect(panel.getByText('Judging what was recorded')).toHaveCount(0);
    await look(panel, `${state}-${name.toLowerCase().replace(/\W+/g, '-')}`);
  }
}

test('every view and state is crisp', async ({ chromium, page, sites, openPanel }) => {
  test.setTimeout(300_000);
  const origin = sites.flawed.https;
  const { https } = sites.at('shop.test');

  await test.step('empty', async () => {
    await page.goto(`${https}/blank`);
    const panel = await openPanel(page);
    await expect(panel.getByText('No cookies yet')).toBeVisible();
    await lookAtTabs(panel, 'empty');
    await panel.close();
  });

  await test.step('busy', async () => {
    const panel = await openPanel(page);
    await flows.visitHome(page, origin);
    await flows.loginWithWrongPassword(page, origin);
    await flows.login(page, origin, true);
    await panel.keyboard.press('s');
    await flows.useAccount(page, origin);
    await flows.visitScript(page, origin);
    await flows.logout(page, origin);
    await flows.visitRejected(page, origin);
    await flows.visitAdjusted(page, origin);
    await lookAtTabs(panel, 'busy');
    for (const tab of ['Cookies', 'Traffic']) {
      await panel.setViewportSize({ width: 1280, height: 800 });
      await panel.getByRole('tab', { name: tab }).click();
      await panel.getByRole('grid', { name: tab }).getByRole('row').nth(2).click();
      await expect(panel.getByRole('region', { name: / details$/ })).toBeVisible();
      await look(panel, `busy-${tab.toLowerCase()}-details`);
    }
    await panel.close();
  });

  await test.step('popup', async () => {
    const tabId = await tabIdOf(chromium, page);
    const popup = await chromium.context.newPage();
    await popup.goto(`chrome-extension://${chromium.extensionId}/src/popup/popup.html?tabId=${tabId}`);
    await expect(popup.getByRole('button', { name: 'Open full report' })).toBeVisible();
    await look(
      popup,
      'popup',
      LOOKS.filter(({ width }) => width < 400).map((each) => ({ ...each, width: 360, height: 560 })),
    );
    await popup.close();
  });

  await test.step('hostile', async () => {
    const tab = await chromium.context.newPage();
    await tab.goto(`${https}/hostile`);
    const panel = await openPanel(tab);
    await panel.keyboard.press('s');
    await panel
      .getByRole('toolbar', { name: 'Recording' })
      .getByRole('button', { name: 'Show values' })
      .click();
    await tab.goto(`${https}/hostile-script`);
    await lookAtTabs(panel, 'hostile');
    await panel
      .getByRole('toolbar', { name: 'Recording' })
      .getByRole('button', { name: 'Show values' })
      .click();
    await panel.close();
    await tab.close();
  });

  await test.step('a full jar', async () => {
    // The browser keeps 3,300 at most, and clears 300 when there are more.
    const session = await page.context().newCDPSession(page);
    const cookies = Array.from({ length: 3200 }, (_, index) => ({
      name: `c${index}`,
      value: `value-${index}`,
      url: sites.at(`site${Math.floor(index / 180)}.test`).https,
      secure: true,
      httpOnly: index % 2 === 0,
      ...(index % 3 === 0 ? { expires: Date.now() / 1_000 + 60 * (index + 1) } : {}),
    }));
    await session.send('Storage.setCookies', { cookies });
    const tab = await chromium.context.newPage();
    await tab.goto(`${sites.at('site0.test').https}/blank`);
    const panel = await openPanel(tab);
    const others = Array.from(
      { length: 17 },
      (_, index) => `${sites.at(`site${index + 1}.test`).https}/blank`,
    );
    await tab.evaluate((urls) => {
      for (const url of urls) new Image().src = url;
    }, others);
    await panel.getByRole('tab', { name: 'Cookies' }).click();
    await expect.poll(() => rowCount(panel, 'Cookies')).toBeGreaterThan(2_900);
    await panel.keyboard.press('s');
    await lookAtTabs(panel, 'full', ['Cookies', 'Timeline', 'Snapshots', 'Findings']);
    await panel.close();
    await tab.close();
  });

  await test.step('no access', async () => {
    const tabId = await tabIdOf(chromium, page);
    const settings = await chromium.context.newPage();
    await settings.goto('chrome://extensions');
    // The person's choice "on click" in the browser's own page for extensions.
    await settings.evaluate(
      (extensionId) =>
        (
          chrome as unknown as {
            developerPrivate: { updateExtensionConfiguration(options: object): Promise<void> };
          }
        ).developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' }),
      chromium.extensionId,
    );
    await settings.close();
    await page.reload();
    const panel = await openPanelPage(chromium.context, chromium.extensionId, tabId);
    await expect(panel.getByRole('button', { name: 'Allow access' })).toBeVisible();
    await look(panel, 'no-access');
  });
});
