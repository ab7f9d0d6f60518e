import type { Page } from 'playwright';
import { type LaunchedChromium, stopWorkers, tabIdOf } from '../helpers/chromium.ts';
import * as flows from '../sites/flows.ts';
import { expect, test } from './harness.ts';
import { picture } from './looks.ts';

async function openPopup(chromium: LaunchedChromium, tabId: number): Promise<Page> {
  const popup = await chromium.context.newPage();
  await popup.goto(`chrome-extension://${chromium.extensionId}/src/popup/popup.html?tabId=${tabId}`);
  return popup;
}

test('the popup says the grade, the worst finding and the coverage, and leads to the report', async ({
  chromium,
  page,
  sites,
}) => {
  await page.goto(`${sites.flawed.https}/`);
  const popup = await openPopup(chromium, await tabIdOf(chromium, page));
  await expect(popup.getByRole('img', { name: /Grade [C-F]/ })).toBeVisible();
  await expect(popup.getByText('connect.sid').first()).toBeVisible();
  await expect(popup.getByText(/Based on \d of 7 checks/)).toBeVisible();
  const opened = chromium.context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Open full report' }).click();
  expect((await opened).url()).toContain('/src/panel/panel.html?tabId=');
});

test('a sound site gets an A, and a page without cookies gets no grade', async ({
  chromium,
  page,
  sites,
}) => {
  await page.goto(`${sites.sound.https}/login`);
  const sound = await openPopup(chromium, await tabIdOf(chromium, page));
  await expect(sound.getByRole('img', { name: /Grade A/ })).toBeVisible();
  await page.goto(`${sites.at('shop.test').https}/blank`);
  const none = await openPopup(chromium, await tabIdOf(chromium, page));
  await expect(none.getByText(/Grade/)).toHaveCount(0);
});

test('the popup says what the last login did to the session ID', async ({ chromium, page, sites }) => {
  for (const [origin, words] of [
    [sites.flawed.https, 'Last login: the session ID was kept'],
    [sites.sound.https, 'Last login: the session ID changed'],
  ] as const) {
    await flows.visitHome(page, origin);
    await flows.login(page, origin);
    const popup = await openPopup(chromium, await tabIdOf(chromium, page));
    await expect(popup.getByText(words)).toBeVisible();
    await picture(popup, `popup-after-login-${new URL(origin).hostname}`);
  }
});

test('the badge shows the grade of the tab in front, also after the worker was killed', async ({
  chromium,
  page,
  sites,
}) => {
  const worker = await chromium.worker();
  await page.bringToFront();
  await page.goto(`${sites.flawed.https}/`);
  const tabId = await tabIdOf(chromium, page);
  const badge = () => worker.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tabId);
  await expect.poll(badge).toMatch(/^[C-F]/);
  await stopWorkers(chromium);
  await page.bringToFront();
  await page.goto(`${sites.sound.https}/login`);
  await expect.poll(badge).toMatch(/^A/);
  await page.goto('chrome://version');
  await expect.poll(badge).toBe('');
});
