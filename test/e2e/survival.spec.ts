import type { Page } from 'playwright';
import { stopWorkers, tabIdOf } from '../helpers/chromium.ts';
import { expect, test } from './harness.ts';

const set = (names: readonly string[]) =>
  `/set?${names.map((name) => `line=${name}%3D1%3BPath%3D/`).join('&')}`;

async function traffic(panel: Page) {
  await panel.getByRole('tab', { name: 'Traffic' }).click();
  return panel.getByRole('grid', { name: 'Traffic' });
}

/** Names of all Set-Cookie lines the panel has, read from the grid's own count and rows. */
const lineCount = (panel: Page) =>
  panel
    .getByRole('grid', { name: 'Traffic' })
    .evaluate((grid) => Number(grid.getAttribute('aria-rowcount')) - 1);

test('a worker killed under traffic loses nothing, and the panel goes on by itself', async ({
  chromium,
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(`${https}/blank`);
  const panel = await openPanel(page);
  await traffic(panel);
  const storm = page.evaluate(async () => {
    for (let round = 0; round < 120; round += 1) {
      await fetch(`/set?line=k${round}%3D1%3BPath%3D/`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await expect.poll(() => lineCount(panel)).toBeGreaterThan(10);
  await stopWorkers(chromium);
  await expect.poll(() => lineCount(panel)).toBeGreaterThan(60);
  await stopWorkers(chromium);
  await storm;
  await expect.poll(() => lineCount(panel), { timeout: 15_000 }).toBe(120);
  await expect(panel.getByText('Live')).toBeVisible();
  // What a new panel reads from the journal is the same.
  await panel.reload();
  await traffic(panel);
  await expect.poll(() => lineCount(panel)).toBe(120);
});

test('what an unwatched tab recorded is there after the worker was killed', async ({
  chromium,
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set(['a', 'b', 'c']));
  const stored = () =>
    page
      .context()
      .serviceWorkers()[0]
      ?.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
  await expect.poll(stored).toContain('c=1');
  await stopWorkers(chromium);
  await page.goto(https + set(['d']));
  const panel = await openPanel(page);
  await traffic(panel);
  await expect.poll(() => lineCount(panel)).toBe(4);
});

test('closing a tab frees its journal', async ({ chromium, page, sites }) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set(['a']));
  const tabId = await tabIdOf(chromium, page);
  const worker = await chromium.worker();
  const keys = () =>
    worker.evaluate(
      async (tabId) =>
        Object.keys(await chrome.storage.session.get(null)).filter((key) => key.includes(`/${tabId}`)),
      tabId,
    );
  await expect.poll(keys).not.toHaveLength(0);
  await page.close();
  await expect.poll(keys).toHaveLength(0);
});

test('nothing of a cookie is written to disk, and preferences hold no secret', async ({
  chromium,
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(`${https}/set?line=sid%3Dplanted-secret`);
  const panel = await openPanel(page);
  await panel.getByRole('toolbar').getByRole('button', { name: 'Show values' }).click();
  await expect(panel.getByText('planted-secret').first()).toBeVisible();
  const worker = await chromium.worker();
  const local = await worker.evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.sync.get(null)]),
  );
  expect(local).not.toContain('planted-secret');
});

test('a stranger is not heard: no port, no report', async ({ page, sites, chromium }) => {
  await page.goto(`${sites.at('shop.test').https}/blank`);
  const answer = await page.evaluate(
    (id) =>
      new Promise((resolve) => {
        const runtime = (globalThis as { chrome?: { runtime?: typeof chrome.runtime } }).chrome?.runtime;
        if (runtime?.sendMessage === undefined) resolve('no runtime for pages');
        else runtime.sendMessage(id, { kind: 'report', tabId: 1 }, resolve);
      }),
    chromium.extensionId,
  );
  expect(answer).toBe('no runtime for pages');
});
