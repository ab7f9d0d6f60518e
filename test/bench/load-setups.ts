/** What a page load is measured beside: each a browser of its own, all open at once and measured in turn. */
import { type BareChromium, launchBare } from './bare-chromium.ts';
import type { Peers } from './peers.ts';
import type { Tab } from './tab.ts';

export type Watch = 'nothing' | 'port' | 'panel';

export type Setup = {
  readonly name: string;
  readonly browser: BareChromium;
  readonly watch: Watch;
};

const KINDS = [
  ['no extension', null, 'nothing'],
  ['idle extension', 'idle', 'nothing'],
  ['empty listeners', 'empty', 'nothing'],
  ['Crumbtrail, not watched', 'crumbtrail', 'nothing'],
  ['Crumbtrail, port only', 'crumbtrail', 'port'],
  ['Crumbtrail, panel', 'crumbtrail', 'panel'],
] as const;

export async function launchSetups(peers: Peers): Promise<Setup[]> {
  const setups: Setup[] = [];
  for (const [name, extension, watch] of KINDS) {
    setups.push({ name, browser: await launchBare(extension === null ? null : peers[extension]), watch });
  }
  return setups;
}

/** Attaches a watcher to the tab; it stays in the background. null where nobody watches. */
export async function watchTab({ browser, watch }: Setup, tab: Tab): Promise<Tab | null> {
  if (watch === 'nothing') return null;
  const root = `chrome-extension://${browser.extensionId}`;
  const page = watch === 'port' ? 'port.html' : 'src/panel/panel.html';
  const tabId = await tabIdOf(browser, await tab.evaluate<string>('location.href'));
  const watcher = await browser.open(`${root}/${page}?tabId=${tabId}`, { background: true });
  await tab.toFront();
  return watcher;
}

/** The extension's number for the tab that shows `url`. */
export async function tabIdOf(browser: BareChromium, url: string): Promise<number> {
  const page = await browser.open(`chrome-extension://${browser.extensionId}/manifest.json`, {
    background: true,
  });
  try {
    const ids = await page.evaluate<number[]>(
      `new Promise((done) => setTimeout(done, 50))
        .then(() => chrome.tabs.query({}))
        .then((tabs) => tabs.filter((tab) => tab.url === ${JSON.stringify(url)}).map((tab) => tab.id))`,
    );
    const [id] = ids;
    if (id === undefined) throw new Error(`The extension sees no tab with ${url}`);
    return id;
  } finally {
    await page.close();
  }
}
