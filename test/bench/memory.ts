/** The worker's heap after ten thousand and a hundred thousand facts: bounded and flat. */
import { launchBare } from './bare-chromium.ts';
import { printTable } from './figures.ts';
import type { Group } from './group.ts';
import { heapOf, megabytes } from './heap.ts';
import { tabIdOf } from './load-setups.ts';
import { startSite } from './site.ts';
import { workerOf } from './tab.ts';

const STEPS = [10_000, 25_000, 50_000, 75_000, 100_000] as const;
/** Each line is a fact of its response and one of the cookie store. */
const LINES_EACH = 40;

export const memory: Group = {
  name: 'memory',
  parts: [],
  async run({ peers }) {
    const site = await startSite();
    let serial = 0;
    site.handle('/many', (_, response) => {
      const lines = Array.from({ length: LINES_EACH }, (_, index) => {
        serial += 1;
        return `many${(serial + index) % 150}=v${serial}; Path=/; Max-Age=3600`;
      });
      response.setHeader('Set-Cookie', lines);
      response.end('ok');
    });
    const browser = await launchBare(peers.crumbtrail);
    try {
      const page = await browser.open(`${site.origin}/blank`);
      const tabId = await tabIdOf(browser, await page.evaluate('location.href'));
      const watcher = await browser.open(
        `chrome-extension://${browser.extensionId}/port.html?tabId=${tabId}`,
        { background: true },
      );
      await page.toFront();
      const worker = await workerOf(browser.devtools, browser.extensionId);
      const heaps = [{ facts: 0, heap: await heapOf(worker) }];
      for (const step of STEPS) {
        let facts = 0;
        while (facts < step) {
          await page.evaluate(MANY);
          facts = await watcher.evaluate<number>('newest');
        }
        heaps.push({ facts, heap: await heapOf(worker) });
      }
      const at = (facts: number) => heaps.find((each) => each.facts >= facts)?.heap ?? Number.NaN;
      printTable(
        'Heap of the worker, one watched tab',
        ['facts', 'heap'],
        heaps.map(({ facts, heap }) => [String(facts), megabytes(heap)]),
      );
      return {
        figures: heaps,
        targets: [
          {
            what: 'worker heap, 100,000 facts to 10,000',
            value: at(100_000) / at(10_000),
            limit: 2,
            unit: 'x',
          },
          { what: 'worker heap after 100,000 facts', value: at(100_000) / 1_000_000, limit: 50, unit: ' MB' },
        ],
      };
    } finally {
      await browser.close();
      await site.close();
    }
  },
};

const MANY = `Promise.all(Array.from({ length: 20 }, () => fetch('/many').then((r) => r.text()))).then(() => 0)`;
