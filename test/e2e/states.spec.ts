import { openPanelPage, tabIdOf } from '../helpers/chromium.ts';
import { openDevToolsPanel } from '../helpers/devtools.ts';
import { expect, test } from './harness.ts';

test('a browser page says that it cannot be inspected', async ({ page, sites, openPanel }) => {
  await page.goto(`${sites.at('shop.test').https}/blank`);
  const panel = await openPanel(page);
  await page.goto('chrome://version');
  await expect(panel.getByText('Browser pages have no cookies to show')).toBeVisible();
});

test('without host access the panel says so and offers the button that asks', async ({
  chromium,
  page,
  sites,
}) => {
  await page.goto(`${sites.at('shop.test').https}/blank`);
  const tabId = await tabIdOf(chromium, page);
  // The person's choice "on click" in the browser's own page for extensions.
  const settings = await chromium.context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    (extensionId) =>
      (
        chrome as unknown as {
          developerPrivate: { updateExtensionConfiguration(options: object): Promise<void> };
        }
      ).developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' }),
    chromium.extensionId,
  );
  await page.reload();
  const panel = await openPanelPage(chromium.context, chromium.extensionId, tabId);
  await expect(panel.getByRole('button', { name: 'Allow access' })).toBeVisible();
});

test('a panel of another version is told to reload', async ({ page, sites, openPanel }) => {
  await page.goto(`${sites.at('shop.test').https}/blank`);
  const panel = await openPanel(page);
  const answer = await panel.evaluate(
    () =>
      new Promise((resolve) => {
        const port = chrome.runtime.connect({ name: 'crumbtrail/tab' });
        port.onMessage.addListener((message: { kind: string }) => resolve(message.kind));
        port.postMessage({ version: 999, kind: 'attach', tabId: 1, have: null });
      }),
  );
  expect(answer).toBe('mismatch');
});

test('the real DevTools panel shows the cookies of its tab as they come', async ({
  chromium,
  page,
  sites,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(`${https}/blank`);
  const devTools = await openDevToolsPanel(chromium, page);
  await devTools.waitFor("document.body.innerText.includes('No cookies yet')");
  await page.goto(`${https}/set?line=sid%3D1%3B%20HttpOnly&line=theme%3Ddark`);
  await devTools.waitFor(
    "['sid', 'theme'].every((name) => [...document.querySelectorAll('[role=gridcell]')].some((cell) => cell.innerText.trim() === name))",
  );
  await devTools.close();
});

test('cookies of an incognito window are its own', async ({ chromium, page, sites }) => {
  const { https } = sites.at('shop.test');
  const settings = await chromium.context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: Record<
        'updateProfileConfiguration' | 'updateExtensionConfiguration',
        (options: object) => Promise<void>
      >;
    };
    // Without it an unpacked extension is not started again after its settings changed.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, chromium.extensionId);
  await page.goto(`${https}/set?line=ordinary%3D1`);
  // The browser starts the extension anew when it is allowed into incognito windows: ask until it answers.
  const asking = await chromium.context.newPage();
  const open = async (url: string) => {
    await asking.goto(`chrome-extension://${chromium.extensionId}/src/popup/popup.html`);
    return asking.evaluate(async (url) => {
      const window = await chrome.windows.create({ incognito: true, url });
      return window?.tabs?.[0]?.id ?? null;
    }, url);
  };
  let tabId: number | null = null;
  await expect
    .poll(async () => {
      tabId = await open(`${https}/set?line=private%3D1`).catch(() => null);
      return tabId;
    })
    .not.toBeNull();
  const panel = await openPanelPage(chromium.context, chromium.extensionId, Number(tabId));
  const grid = panel.getByRole('grid', { name: 'Cookies' });
  await expect(grid.getByRole('gridcell', { name: 'private', exact: true })).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: 'ordinary', exact: true })).toHaveCount(0);
});
