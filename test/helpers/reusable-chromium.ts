/**
 * One Chromium for test after test, emptied before each: starting a browser takes ten times as long and all of a small
 * machine. What no clearing takes back (settings, DevTools, a clock of the test's own) is thrown away with the browser.
 */
import type { CDPSession } from 'playwright';
import type { LaunchedChromium } from './chromium.ts';
import { startWorker, stopWorker } from './worker-state.ts';

export type ReusableChromium = {
  /**
   * The browser with one blank tab, without cookies, data of sites, or anything that the extension keeps; its worker
   * has just started. The one thing that stays is which hosts sent Strict-Transport-Security.
   */
  fresh(): Promise<LaunchedChromium>;
  close(): Promise<void>;
};

export function reusableChromium(launch: () => Promise<LaunchedChromium>): ReusableChromium {
  let current: Emptiable | undefined;
  return {
    async fresh() {
      if (current === undefined || current.isSpoiled()) {
        await current?.browser.close();
        current = await emptiable(await launch());
      }
      await current.empty();
      return current.browser;
    },
    close: async () => current?.browser.close(),
  };
}

type Emptiable = {
  readonly browser: LaunchedChromium;
  /** A test closed it, or may have changed its settings. */
  isSpoiled(): boolean;
  empty(): Promise<void>;
};

async function emptiable(browser: LaunchedChromium): Promise<Emptiable> {
  const { context } = browser;
  const [blank] = context.pages();
  const owner = context.browser();
  if (blank === undefined || owner === null) throw new Error('Chromium starts with a tab');
  let spoiled = false;
  context.on('close', () => {
    spoiled = true;
  });
  const install = context.clock.install.bind(context.clock);
  context.clock.install = (options) => {
    spoiled = true;
    return install(options);
  };
  const root = await owner.newBrowserCDPSession();
  for (const event of ['Target.targetCreated', 'Target.targetInfoChanged'] as const) {
    root.on(event, ({ targetInfo: { type, url } }) => {
      if (url.startsWith('devtools:') || (type === 'page' && url.startsWith('chrome:'))) spoiled = true;
    });
  }
  await root.send('Target.setDiscoverTargets', { discover: true });
  const origins = new Set<string>();
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http')) origins.add(origin);
  });
  const session = await context.newCDPSession(blank);
  return {
    browser,
    isSpoiled: () => spoiled || blank.isClosed() || blank.url() !== 'about:blank',
    async empty() {
      await Promise.all(context.pages().map((page) => (page === blank ? undefined : page.close())));
      await session.send('Storage.clearCookies');
      await session.send('Network.clearBrowserCache');
      for (const origin of origins)
        await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
      origins.clear();
      const origin = `chrome-extension://${browser.extensionId}`;
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage' });
      await emptyExtension(browser, session);
    },
  };
}

/** Empties what the extension keeps, and starts its worker anew, so that it holds nothing in memory either. */
async function emptyExtension(browser: LaunchedChromium, session: CDPSession): Promise<void> {
  await startWorker(session, browser.extensionId);
  const worker = await browser.worker();
  const areas = ['session', 'local', 'sync'] as const;
  for (let tries = 0; tries < 20; tries += 1) {
    await worker.evaluate(async (areas) => {
      for (const area of areas) await chrome.storage[area].clear();
      const manifest = chrome.runtime.getManifest() as chrome.runtime.ManifestV3;
      await chrome.permissions.remove({ permissions: manifest.optional_permissions ?? [] });
    }, areas);
    await stopWorker(session, browser.extensionId);
    await startWorker(session, browser.extensionId);
    // The worker that was stopped may have written once more.
    const left = await worker.evaluate(
      async (areas) =>
        Promise.all(areas.map(async (area) => Object.keys(await chrome.storage[area].get(null)))),
      areas,
    );
    if (left.flat().length === 0) return;
  }
  throw new Error("The extension's storage cannot be emptied");
}
