/** A full jar, Chromium's maximum: how fast the panel shows the site's cookies and filters them, and what it keeps. */
import { type BareChromium, launchBare } from './bare-chromium.ts';
import { median, medianRatio, percentile, printTable, round } from './figures.ts';
import type { Group } from './group.ts';
import { heapOf, megabytes } from './heap.ts';
import { AWAIT_KEY, addMinimalPage, COUNT_NODES, UNTIL_ROWS } from './jar-pages.ts';
import { tabIdOf } from './load-setups.ts';
import { startSite } from './site.ts';
import { type Tab, workerOf } from './tab.ts';

const TOTAL = 3300;
const OF_SITE = 180;
const ROUNDS = 7;
const KEYS = 10;

async function fill(browser: BareChromium): Promise<number> {
  const cookies = Array.from({ length: TOTAL }, (_, n) => ({
    name: `cookie${String(n).padStart(4, '0')}`,
    // Letters only: what is typed is to be found in names alone.
    value: 'abcdefghijklmnopqrstuvwxyz'.slice(n % 20),
    domain: n < OF_SITE ? 'www.bench.test' : `www.site${Math.floor((n - OF_SITE) / 160)}.test`,
    path: '/',
    expires: Date.now() / 1000 + 86_400,
    httpOnly: n % 2 === 0,
  }));
  await browser.devtools.send('Storage.setCookies', { cookies });
  const stored = await browser.devtools.send('Storage.getCookies');
  return (stored.cookies as unknown[]).length;
}

async function timeRows(browser: BareChromium, url: string): Promise<number> {
  const page = await browser.open(url);
  const time = await page.evaluate<number>(UNTIL_ROWS);
  await page.close();
  return time;
}

async function keystrokes(panel: Tab): Promise<number[]> {
  await panel.evaluate(`document.querySelector('header input[role=combobox]').focus()`);
  const times: number[] = [];
  for (let turn = 0; turn < KEYS; turn += 1) {
    // Keys overtake what is evaluated: set up first, then press.
    await panel.evaluate(AWAIT_KEY);
    // A digit that some names have, then away with it again.
    const key = turn % 2 === 0 ? { key: '7', text: '7' } : { key: 'Backspace', windowsVirtualKeyCode: 8 };
    await panel.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
    await panel.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    times.push(await panel.evaluate<number>('filtered'));
  }
  return times;
}

export const jar: Group = {
  name: 'jar',
  parts: [],
  async run({ peers }) {
    addMinimalPage(peers.crumbtrail);
    const site = await startSite();
    const browser = await launchBare(peers.crumbtrail);
    try {
      const tab = await browser.open(`${site.origin}/blank`);
      const stored = await fill(browser);
      const root = `chrome-extension://${browser.extensionId}`;
      const panelUrl = `${root}/src/panel/panel.html?tabId=${await tabIdOf(browser, await tab.evaluate('location.href'))}`;
      const times = { panel: [] as number[], minimal: [] as number[] };
      for (let turn = -1; turn < ROUNDS; turn += 1) {
        const panel = await timeRows(browser, panelUrl);
        const minimal = await timeRows(browser, `${root}/minimal.html`);
        if (turn < 0) continue;
        times.panel.push(panel);
        times.minimal.push(minimal);
      }
      const panel = await browser.open(panelUrl);
      await panel.evaluate(UNTIL_ROWS);
      const keys = await keystrokes(panel);
      const nodes = await panel.evaluate<number>(COUNT_NODES);
      const heaps = {
        panel: await heapOf(panel),
        worker: await heapOf(await workerOf(browser.devtools, browser.extensionId)),
      };
      const ratio = medianRatio(times.panel, times.minimal);
      printTable(
        `Full jar: ${stored} cookies, ${OF_SITE} of the site (${ROUNDS} rounds)`,
        ['', 'median', 'slowest'],
        [
          ['panel, navigation to first screen of rows (ms)', ...spread(times.panel)],
          ['hand-written minimal page (ms)', ...spread(times.minimal)],
          ['panel / minimal', ratio.toFixed(2), ''],
          ['key to filtered list (ms)', ...spread(keys)],
          ['DOM nodes', String(nodes), ''],
          ['heap of the panel', megabytes(heaps.panel), ''],
          ['heap of the worker', megabytes(heaps.worker), ''],
        ],
      );
      return {
        figures: { stored, times, keys, nodes, heaps },
        targets: [
          { what: 'panel to first screen of rows', value: median(times.panel), limit: 350, unit: ' ms' },
          { what: 'panel to first screen, to a minimal page', value: ratio, limit: 1.5, unit: 'x' },
          { what: 'key to filtered list', value: median(keys), limit: 40, unit: ' ms' },
          { what: 'DOM nodes of the panel', value: nodes, limit: 1499, unit: '' },
        ],
      };
    } finally {
      await browser.close();
      await site.close();
    }
  },
};

function spread(values: readonly number[]): [string, string] {
  return [String(round(median(values), 0)), String(round(percentile(values, 100), 0))];
}
