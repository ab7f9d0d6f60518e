/** The popup: how soon it paints after its script begins, and when the grade stands. */
import { launchBare } from './bare-chromium.ts';
import { median, percentile, printTable, round } from './figures.ts';
import type { Group } from './group.ts';
import { tabIdOf } from './load-setups.ts';
import { startSite } from './site.ts';

const ROUNDS = 9;

type Times = { readonly script: number; readonly paint: number; readonly grade: number };

/**
 * `script`: when the page was parsed, after which its module begins; `paint`: the first paint of content;
 * `grade`: the site's name stands there. Milliseconds since navigation.
 */
const TIMES = `new Promise((done) => {
  let grade = 0;
  const look = () => {
    if (grade === 0 && document.body?.textContent.includes('bench.test')) grade = performance.now();
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    if (grade === 0 || paint === undefined) return requestAnimationFrame(look);
    done({ script: performance.getEntriesByType('navigation')[0].domInteractive, paint, grade });
  };
  look();
})`;

export const popup: Group = {
  name: 'popup',
  parts: [],
  async run({ peers }) {
    const site = await startSite();
    const browser = await launchBare(peers.crumbtrail);
    try {
      const tab = await browser.open(`${site.origin}/ordinary`);
      const tabId = await tabIdOf(browser, await tab.evaluate('location.href'));
      const url = `chrome-extension://${browser.extensionId}/src/popup/popup.html?tabId=${tabId}`;
      const rounds: Times[] = [];
      for (let turn = -1; turn < ROUNDS; turn += 1) {
        const page = await browser.open(url);
        const times = await page.evaluate<Times>(TIMES);
        if (turn >= 0) rounds.push(times);
        await page.close();
      }
      const paint = rounds.map((each) => each.paint - each.script);
      const row = (name: string, values: readonly number[]) => [
        name,
        median(values).toFixed(0),
        percentile(values, 100).toFixed(0),
      ];
      printTable(
        `Popup (${ROUNDS} rounds, ms)`,
        ['', 'median', 'slowest'],
        [
          row('page parsed, script begins, to first paint', paint),
          row(
            'navigation to first paint',
            rounds.map((each) => each.paint),
          ),
          row(
            'navigation to the grade',
            rounds.map((each) => each.grade),
          ),
        ],
      );
      return {
        figures: { rounds },
        targets: [
          { what: 'popup, script to first paint', value: round(median(paint), 0), limit: 100, unit: ' ms' },
        ],
      };
    } finally {
      await browser.close();
      await site.close();
    }
  },
};
