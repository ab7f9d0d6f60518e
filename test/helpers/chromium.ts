import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright';
import { findChromium } from '../../scripts/browser.ts';
import { unpackedExtensionId } from './extension-id.ts';
import { stopWorker } from './worker-state.ts';

export type LaunchOptions = {
  /** Folder of an unpacked extension, e.g. `dist/chrome`. */
  readonly extension?: string;
  /** Default true. */
  readonly headless?: boolean;
  /** Default: a new profile, removed at `close`. */
  readonly userDataDir?: string;
  readonly args?: readonly string[];
  /**
   * Default 'allowed', whatever the machine's Chromium does by itself: with 'blocked', the reason for every refused
   * third-party cookie is UserPreferences. Only for a profile made here.
   */
  readonly thirdPartyCookies?: 'allowed' | 'blocked';
};

export type LaunchedChromium = {
  readonly context: BrowserContext;
  /** '' without an extension. */
  readonly extensionId: string;
  /** The extension's service worker; waits up to ten seconds for one that is not up. */
  worker(): Promise<Worker>;
  close(): Promise<void>;
};

/** Chromium with `*.test` on loopback, any certificate accepted, and one unpacked extension loaded. */
export async function launchChromium(options: LaunchOptions = {}): Promise<LaunchedChromium> {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error('No Chromium found: run npm start or npm test once, they install it.');
  const ownProfile = options.userDataDir === undefined;
  const profile = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'crumbtrail-chromium-')));
  if (ownProfile) await writePreferences(profile, options.thirdPartyCookies ?? 'allowed');
  const extensionId = options.extension === undefined ? '' : unpackedExtensionId(options.extension);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    // Playwright's own headless mode is another program, without extensions; the flag below is Chromium's.
    headless: false,
    viewport: null,
    args: [
      ...(options.headless === false ? [] : ['--headless=new', '--window-size=1280,900']),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.extension === undefined
        ? []
        : [`--disable-extensions-except=${options.extension}`, `--load-extension=${options.extension}`]),
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      '--ignore-certificate-errors',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(options.args ?? []),
    ],
  });
  return {
    context,
    extensionId,
    worker: () => extensionWorker(context, extensionId),
    close: async () => {
      await context.close();
      if (ownProfile) await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function writePreferences(profile: string, thirdPartyCookies: 'allowed' | 'blocked'): Promise<void> {
  const folder = join(profile, 'Default');
  await mkdir(folder, { recursive: true });
  // https://chromium.googlesource.com/chromium/src/+/main/components/content_settings/core/browser/cookie_settings.h
  const mode = thirdPartyCookies === 'allowed' ? 0 : 1;
  await writeFile(join(folder, 'Preferences'), JSON.stringify({ profile: { cookie_controls_mode: mode } }));
}

async function extensionWorker(context: BrowserContext, extensionId: string): Promise<Worker> {
  const isOurs = (worker: Worker) => worker.url().startsWith(`chrome-extension://${extensionId}/`);
  const running = context.serviceWorkers().findLast(isOurs);
  return running ?? context.waitForEvent('serviceworker', { predicate: isOurs, timeout: 10_000 });
}

/** The panel outside DevTools, as an ordinary page about the tab `tabId`. */
export async function openPanelPage(
  context: BrowserContext,
  extensionId: string,
  tabId: number,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/src/panel/panel.html?tabId=${tabId}`);
  return page;
}

/** The browser's tab ID of a page, as the extension knows it. Needs host access to the page's URL. */
export async function tabIdOf(browser: LaunchedChromium, page: Page): Promise<number> {
  const worker = await browser.worker();
  const url = page.url();
  const withUrl = () =>
    worker.evaluate(async (wanted) => {
      const tabs = await chrome.tabs.query({});
      return tabs.filter((tab) => tab.url === wanted).map((tab) => ({ id: tab.id, title: tab.title }));
    }, url);
  let found = await withUrl();
  if (found.length > 1) {
    // Two tabs show the same URL: a title of our own tells them apart for a moment.
    const mark = `tab ${Math.random()}`;
    const title = await page.title();
    await page.evaluate((text) => {
      document.title = text;
    }, mark);
    found = (await withUrl()).filter((tab) => tab.title === mark);
    await page.evaluate((text) => {
      document.title = text;
    }, title);
  }
  const id = found[0]?.id;
  if (id === undefined) throw new Error(`The extension sees no tab with ${url}`);
  return id;
}

/**
 * Kills the extension's service worker as the browser would after 30 idle seconds, and waits until it has stopped.
 * What is evaluated in `worker()` afterwards waits for the event that wakes it again: cause one first.
 */
export async function stopWorkers({ context, extensionId }: LaunchedChromium): Promise<void> {
  const [page = await context.newPage()] = context.pages();
  const session = await context.newCDPSession(page);
  await stopWorker(session, extensionId);
  await session.detach();
}
