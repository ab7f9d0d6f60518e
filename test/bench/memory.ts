/** The worker's heap after ten thousand and a hundred thousand facts: bounded and flat. */
import { launchBare } from './bare-chromium.ts';
import { median, printTable } from './figures.ts';
import type { Group } from './group.ts';
import { heapOf, megabytes } from './heap.ts';
import { tabIdOf } from './load-setups.ts';
import { startSite } from './site.ts';
import { workerOf } from './tab.ts';

const FACTS = 100_000;
/** The journal is cut again and again, so the heap is a saw: it is looked at often. */
const EVERY = 5_000;
const SETTLE_MS = 300;
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
      const heaps: { facts: number; heap: number }[] = [];
      for (let facts = 0; facts < FACTS; ) {
        const next = facts + EVERY;
        while (facts < next) {
          await page.evaluate(MANY);
          facts = await watcher.evaluate<number>('newest');
        }
        // What waits to be written is not what is kept.
        await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
        heaps.push({ facts, heap: await heapOf(worker) });
      }
      const within = (from: number, to: number) =>
        heaps.filter(({ facts }) => facts > from && facts <= to).map(({ heap }) => heap);
      const early = within(0, FACTS / 2);
      const late = within(FACTS / 2, Number.POSITIVE_INFINITY);
      printTable(
        'Heap of the worker, one watched tab',
        ['facts', 'heap'],
        heaps.map(({ facts, heap }) => [String(facts), megabytes(heap)]),
      );
      return {
        figures: heaps,
        targets: [
          {
            what: 'worker heap, second half to first half (medians)',
            value: median(late) / median(early),
            limit: 1.5,
            unit: 'x',
          },
          {
            what: 'worker heap, peak',
            value: Math.max(...early, ...late) / 1_000_000,
            limit: 64,
            unit: ' MB',
          },
        ],
      };
    } finally {
      await browser.close();
      await site.close();
    }
  },
};

const MANY = `Promise.all(Array.from({ length: 20 }, () => fetch('/many').then((r) => r.text()))).then(() => 0)`;
