import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { test as base } from 'playwright/test';
import { type LaunchedChromium, launchChromium, openPanelPage, tabIdOf } from '../helpers/chromium.ts';
import { type Sites, startSites } from '../sites/start.ts';

export { expect } from 'playwright/test';

/** The unpacked extension that `npm run build` makes. */
export const CHROME_EXTENSION = resolve(import.meta.dirname, '../../dist/chrome');
export const FIREFOX_EXTENSION = resolve(import.meta.dirname, '../../dist/firefox');

type TestFixtures = {
  /** A Chromium of this test's own, with the extension: no test sees another's cookies. */
  readonly chromium: LaunchedChromium;
  /** A new tab in it. */
  readonly page: Page;
  /** Opens the panel, as a page of its own, about a tab that shows a site already. */
  readonly openPanel: (about: Page) => Promise<Page>;
};

type WorkerFixtures = {
  /** Demo and edge sites, shared by all tests of a worker. */
  readonly sites: Sites;
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
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  chromium: async ({}, use) => {
    if (!existsSync(CHROME_EXTENSION)) throw new Error('dist/chrome is missing: run npm run build first.');
    const launched = await launchChromium({ extension: CHROME_EXTENSION });
    await launched.worker();
    await use(launched);
    await launched.close();
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
