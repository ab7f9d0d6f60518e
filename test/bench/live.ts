/**
 * Live: cookies come at a steady pace while the panel shows them. Long tasks, frames, and how late a row is, beside a
 * hand-written page in the same browser, which tells what the machine can do at all.
 */
import { type BareChromium, launchBare } from './bare-chromium.ts';
import { median, percentile, printTable, round, type Target } from './figures.ts';
import type { Group } from './group.ts';
import { addLivePage, SECONDS, type Sent, serveLive, WATCH_ROWS } from './live-pages.ts';
import { tabIdOf } from './load-setups.ts';
import { mainThread, watchMainThread } from './own-time.ts';
import { startSite } from './site.ts';
import type { Tab } from './tab.ts';

type Watched = {
  readonly longTasks: readonly number[];
  readonly frames: number;
  readonly seconds: number;
  /** Name of a row and when it was painted first, in epoch milliseconds. */
  readonly rows: readonly Sent[];
};

type Figures = {
  readonly sent: number;
  readonly seen: number;
  readonly median: number;
  readonly percentile95: number;
  readonly framesPerSecond: number;
  readonly longTasks: number;
  readonly longest: number;
  /** Milliseconds of processor time of the page's main thread in each second: what a busy machine changes least. */
  readonly busy: number;
};

/** Shows `url` in a window of its own, as beside DevTools: a page in a hidden tab would be slowed down. */
async function watch(browser: BareChromium, page: Tab, url: string, sent: Sent[]): Promise<Figures> {
  const viewer = await browser.open(`chrome-extension://${browser.extensionId}/${url}`, { newWindow: true });
  await viewer.evaluate(SHOW_TRAFFIC);
  sent.length = 0;
  await watchMainThread(viewer);
  const before = await mainThread(viewer);
  const watching = viewer.evaluate<Watched>(WATCH_ROWS);
  await page.evaluate(`liveCookies()`);
  const { longTasks, frames, seconds, rows } = await watching;
  const busy = (await mainThread(viewer)) - before;
  await viewer.close();
  const late = latencies(sent, rows);
  return {
    sent: sent.length,
    seen: late.length,
    median: round(median(late), 0),
    percentile95: round(percentile(late, 95), 0),
    framesPerSecond: round(frames / seconds, 1),
    longTasks: longTasks.length,
    longest: Math.max(0, ...longTasks),
    busy: round(busy / seconds, 0),
  };
}

export const live: Group = {
  name: 'live',
  parts: [],
  async run({ peers }) {
    addLivePage(peers.crumbtrail);
    const site = await startSite();
    const sent = serveLive(site);
    const browser = await launchBare(peers.crumbtrail);
    try {
      const page = await browser.open(`${site.origin}/blank`);
      const tabId = await tabIdOf(browser, await page.evaluate('location.href'));
      const minimal = await watch(browser, page, 'live.html', sent);
      const panel = await watch(browser, page, `src/panel/panel.html?tabId=${tabId}`, sent);
      const row = (name: string, of: (figures: Figures) => number) => [
        name,
        String(of(panel)),
        String(of(minimal)),
      ];
      printTable(
        `Live: ${panel.sent} cookies in ${SECONDS} s, panel open on Traffic`,
        ['', 'panel', 'minimal page'],
        [
          row('rows seen', ({ seen }) => seen),
          row('Set-Cookie to painted row, median (ms)', (each) => each.median),
          row('Set-Cookie to painted row, 95th percentile (ms)', (each) => each.percentile95),
          row('frames per second', ({ framesPerSecond }) => framesPerSecond),
          row('long tasks (over 50 ms)', ({ longTasks }) => longTasks),
          row('longest task (ms)', ({ longest }) => longest),
          row("main thread's processor time (ms a second)", ({ busy }) => busy),
        ],
      );
      return { figures: { panel, minimal }, targets: targetsOf(panel) };
    } finally {
      await browser.close();
      await site.close();
    }
  },
};

function targetsOf({
  sent,
  seen,
  median: middle,
  percentile95,
  framesPerSecond,
  longest,
}: Figures): Target[] {
  return [
    { what: 'Set-Cookie to row, median', value: middle, limit: 60, unit: ' ms' },
    { what: 'Set-Cookie to row, 95th percentile', value: percentile95, limit: 120, unit: ' ms' },
    { what: 'frames per second', value: framesPerSecond, limit: 58, unit: '', kind: 'least' },
    { what: 'longest task while live', value: longest, limit: 50, unit: ' ms' },
    { what: 'share of cookies seen as rows', value: seen / sent, limit: 0.98, unit: '', kind: 'least' },
  ];
}

/** The panel's Traffic; the minimal page has no tabs. */
const SHOW_TRAFFIC = `new Promise((done) => {
  const look = () => {
    if (location.pathname === '/live.html') return done();
    const traffic = [...document.querySelectorAll('[role=tab]')].find(({ textContent }) => textContent.includes('Traffic'));
    if (traffic?.getAttribute('aria-selected') === 'true') return done();
    traffic?.click();
    setTimeout(look, 20);
  };
  look();
})`;

/** A name comes again every second or so: a row belongs to the newest sending before it. */
function latencies(sent: readonly Sent[], rows: readonly Sent[]): number[] {
  return rows.flatMap(([name, at]) => {
    const from = sent.findLast(([each, when]) => each === name && when <= at);
    return from === undefined ? [] : [at - from[1]];
  });
}
