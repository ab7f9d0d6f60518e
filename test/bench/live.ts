/** Live: cookies come at a steady pace while the panel shows them. Long tasks, frames, and how late a row is. */
import { launchBare } from './bare-chromium.ts';
import { median, percentile, printTable, round } from './figures.ts';
import type { Group } from './group.ts';
import { SECONDS, serveLive, WATCH_ROWS } from './live-pages.ts';
import { tabIdOf } from './load-setups.ts';
import { startSite } from './site.ts';

type Watched = {
  readonly longTasks: readonly number[];
  readonly frames: number;
  readonly seconds: number;
  /** Name of a row and when it was painted first, in epoch milliseconds. */
  readonly rows: readonly (readonly [string, number])[];
};

export const live: Group = {
  name: 'live',
  parts: [],
  async run({ peers }) {
    const site = await startSite();
    const sent = serveLive(site);
    const browser = await launchBare(peers.crumbtrail);
    try {
      const page = await browser.open(`${site.origin}/blank`);
      const tabId = await tabIdOf(browser, await page.evaluate('location.href'));
      // A window of its own, as beside DevTools: a page in a hidden tab would be slowed down.
      const panel = await browser.open(
        `chrome-extension://${browser.extensionId}/src/panel/panel.html?tabId=${tabId}`,
        { newWindow: true },
      );
      await panel.evaluate(SHOW_TRAFFIC);
      const watching = panel.evaluate<Watched>(WATCH_ROWS);
      await page.evaluate(`liveCookies()`);
      const watched = await watching;
      const late = latencies(sent, watched.rows);
      const perSecond = watched.frames / watched.seconds;
      const longest = Math.max(0, ...watched.longTasks);
      const [middle, slow] = [median(late), percentile(late, 95)];
      printTable(
        `Live: ${sent.length} cookies in ${SECONDS} s, panel open on Traffic`,
        ['', ''],
        [
          ['rows seen', String(late.length)],
          ['Set-Cookie to painted row, median (ms)', middle.toFixed(0)],
          ['Set-Cookie to painted row, 95th percentile (ms)', slow.toFixed(0)],
          ['frames per second', perSecond.toFixed(1)],
          ['long tasks (over 50 ms)', String(watched.longTasks.length)],
          ['longest task (ms)', longest.toFixed(0)],
        ],
      );
      return {
        figures: {
          sent: sent.length,
          seen: late.length,
          median: round(middle),
          percentile95: round(slow),
          framesPerSecond: round(perSecond),
          longTasks: watched.longTasks,
        },
        targets: [
          { what: 'Set-Cookie to row, median', value: middle, limit: 60, unit: ' ms' },
          { what: 'Set-Cookie to row, 95th percentile', value: slow, limit: 120, unit: ' ms' },
          { what: 'frames per second', value: perSecond, limit: 58, unit: '', kind: 'least' },
          { what: 'longest task while live', value: longest, limit: 50, unit: ' ms' },
          {
            what: 'share of cookies seen as rows',
            value: late.length / sent.length,
            limit: 0.98,
            unit: '',
            kind: 'least',
          },
        ],
      };
    } finally {
      await browser.close();
      await site.close();
    }
  },
};

const SHOW_TRAFFIC = `new Promise((done) => {
  const look = () => {
    const tabs = [...document.querySelectorAll('[role=tab]')];
    const traffic = tabs.find((tab) => tab.textContent.includes('Traffic'));
    if (traffic === undefined) return setTimeout(look, 20);
    traffic.click();
    const ready = () => {
      if (traffic.getAttribute('aria-selected') === 'true') done();
      else setTimeout(ready, 20);
    };
    ready();
  };
  look();
})`;

/** A name comes again every second or so: a row belongs to the newest sending before it. */
function latencies(
  sent: readonly (readonly [string, number])[],
  rows: readonly (readonly [string, number])[],
): number[] {
  return rows.flatMap(([name, at]) => {
    const from = sent.findLast(([each, when]) => each === name && when <= at);
    return from === undefined ? [] : [at - from[1]];
  });
}
