import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { test as base, expect } from 'playwright/test';
import { type LaunchedChromium, launchChromium, openPanelPage, tabIdOf } from '../helpers/chromium.ts';
import { type ReusableChromium, reusableChromium } from '../helpers/reusable-chromium.ts';
import { type Sites, startSites } from '../sites/start.ts';

export { expect };

/** The unpacked extensions that `npm run build` makes; CRUMBTRAIL_DIST names another folder that holds them. */
const DIST = process.env.CRUMBTRAIL_DIST ?? resolve(import.meta.dirname, '../../dist');
export const CHROME_EXTENSION = resolve(DIST, 'chrome');
export const FIREFOX_EXTENSION = resolve(DIST, 'firefox');

type TestFixtures = {
  /**
   * Chromium with the extension, and nothing of another test in it: no tabs, cookies, data of sites, choices or
   * recordings. Tests of a worker share one that is emptied, see reusable-chromium.ts.
   */
  readonly chromium: LaunchedChromium;
  /** A new tab in it. */
  readonly page: Page;
  /** Opens the panel, as a page of its own, about a tab that shows a site already. */
  readonly openPanel: (about: Page) => Promise<Page>;
};

type WorkerFixtures = {
  /** Demo and edge sites, shared by all tests of a worker. */
  readonly sites: Sites;
  readonly reusable: ReusableChromium;
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  sites: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern.
    async ({}, use) => {
      const sites = await startSites();
      await use(sites);
      await sites.close();
    },
    { scope: 'worker' },
  ],
  reusable: [
    async ({ sites }, use) => {
      if (!existsSync(CHROME_EXTENSION))
        throw new Error(`${CHROME_EXTENSION} is missing: run npm run build first.`);
      const reusable = reusableChromium(async () => {
        const launched = await launchChromium({ extension: CHROME_EXTENSION });
        await listening(launched, sites);
        return launched;
      });
      await use(reusable);
      await reusable.close();
    },
    { scope: 'worker' },
  ],
  chromium: async ({ reusable }, use) => {
    await use(await reusable.fresh());
  },
  page: async ({ chromium }, use) => {
    await use(await chromium.context.newPage());
  },
  openPanel: async ({ chromium }, use) => {
    await use(async (about) =>
      openPanelPage(chromium.context, chromium.extensionId, await tabIdOf(chromium, about)),
    );
  },
});

/**
 * A browser that was just started loads its pages before the extension's listeners are in place: the first pages of a
 * fresh profile go unseen. Tests begin when a response was seen.
 */
export async function listening(browser: LaunchedChromium, sites: Sites): Promise<void> {
  const worker = await browser.worker();
  const page = await browser.context.newPage();
  await expect
    .poll(async () => {
      await page.goto(`${sites.at('ready.test').https}/blank`);
      return worker.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
    })
    .toMatch(/kind[\\\\":]+response/);
  await page.close();
}

/** Path of a page whose response has exactly these Set-Cookie lines. */
export function set(...lines: readonly string[]): string {
  return `/set?${lines.map((line) => `line=${encodeURIComponent(line)}`).join('&')}`;
}

/** Shows the panel's Traffic tab: its grid, that grid's rows, and the details of the request selected. */
export async function openTraffic(panel: Page) {
  await panel.getByRole('tab', { name: 'Traffic' }).click();
  const grid = panel.getByRole('grid', { name: 'Traffic' });
  return {
    grid,
    rows: grid.getByRole('row'),
    details: panel.getByRole('region', { name: 'Request details' }),
  };
}

/** How many rows a grid has, drawn or not. */
export function rowCount(panel: Page, name: string): Promise<number> {
  return panel.getByRole('grid', { name }).evaluate((grid) => Number(grid.getAttribute('aria-rowcount')) - 1);
}
