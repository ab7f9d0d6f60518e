import { stopWorkers, tabIdOf } from '../helpers/chromium.ts';
import { expect, openTraffic, rowCount, set, test } from './harness.ts';

test('a worker killed under traffic loses nothing, and the panel goes on by itself', async ({
  chromium,
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(`${https}/blank`);
  const panel = await openPanel(page);
  await openTraffic(panel);
  const storm = (from: number, to: number) =>
    page.evaluate(
      async ([from, to]) => {
        for (let round = from; round < to; round += 1) {
          await fetch(`/set?line=k${round}%3D1%3BPath%3D/`);
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      },
      [from, to] as const,
    );
  // A browser stops no worker that an event is on its way to: each storm was heard when it is killed, and the next begins.
  for (const [from, to] of [
    [0, 40],
    [40, 80],
    [80, 120],
  ] as const) {
    if (from > 0) await stopWorkers(chromium);
    await storm(from, to);
    await expect.poll(() => rowCount(panel, 'Traffic'), { timeout: 15_000, intervals: [10] }).toBe(to);
  }
  await expect(panel.getByText('Live')).toBeVisible();
  // What a new panel reads from the journal is the same.
  await panel.reload();
  await openTraffic(panel);
  await expect.poll(() => rowCount(panel, 'Traffic')).toBe(120);
});

test('what an unwatched tab recorded is there after the worker was killed', async ({
  chromium,
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set('a=1; Path=/', 'b=1; Path=/', 'c=1; Path=/'));
  const stored = () =>
    page
      .context()
      .serviceWorkers()[0]
      ?.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
  await expect.poll(stored).toContain('c=1');
  await stopWorkers(chromium);
  await page.goto(https + set('d=1; Path=/'));
  const panel = await openPanel(page);
  await openTraffic(panel);
  await expect.poll(() => rowCount(panel, 'Traffic')).toBe(4);
});

test('closing a tab frees its journal', async ({ chromium, page, sites }) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set('a=1; Path=/'));
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
