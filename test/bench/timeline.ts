/**
 * Timeline: as many cookies as Chromium keeps, and 20,000 renewals of them. First drawing, zoom and pan, 200 events a second, and
 * a change of tabs; frames beside a hand-written page, which tells what the machine can do at all. The panel is told its facts by
 * the bench: a browser would have to be fed for an hour.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fullJar, renewals } from '../helpers/timeline-facts.ts';
import { toldPanel } from '../helpers/told-panel.ts';
import { type BareChromium, launchBare } from './bare-chromium.ts';
import { median, percentile, printTable, round, type Target } from './figures.ts';
import type { Group } from './group.ts';
import type { Tab } from './tab.ts';
import { feed, MINIMAL, MINIMAL_SCRIPT, switchTo, UNTIL_LOADED, WATCH } from './timeline-pages.ts';

const COOKIES = 3300;
const RENEWALS = 20_000;
const TURNS = 60;
const EVENTS_A_SECOND = 200;
const DELTAS_A_SECOND = 20;
const SECONDS = 5;
const SWITCHES = 6;
/** The bits of the protocol's `modifiers`. */
const CTRL = 2;
const SHIFT = 8;

/** What is drawn: a change that is not seen would be fast for no reason. */
const DRAWN = `document.querySelector('[role=grid]').innerHTML`;

type Watched = { readonly frames: readonly number[]; readonly tasks: readonly number[] };

async function watching(page: Tab, run: () => Promise<unknown>): Promise<Watched> {
  await page.evaluate(WATCH);
  await run();
  return page.evaluate<Watched>('watched()');
}

async function watchingPanel(panel: Tab, run: () => Promise<unknown>): Promise<Watched> {
  const before = await panel.evaluate<string>(DRAWN);
  const watched = await watching(panel, run);
  if ((await panel.evaluate<string>(DRAWN)) === before) throw new Error('The timeline did not change');
  return watched;
}

/** Turns the wheel at the pace of frames: in, out, and to the sides. */
async function zoomAndPan(page: Tab): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const sideways = turn % 3 === 2;
    const delta = (Math.floor(turn / 15) % 2 === 0 ? -1 : 1) * 60;
    await page.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      x: 700,
      y: 300,
      deltaX: 0,
      deltaY: delta,
      modifiers: sideways ? SHIFT : CTRL,
    });
  }
}

async function openTold(browser: BareChromium, script: string): Promise<Tab> {
  const page = await browser.open('about:blank', { newWindow: true });
  await page.send('Page.enable');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: script });
  const root = `chrome-extension://${browser.extensionId}`;
  await page.send('Page.navigate', { url: `${root}/src/panel/panel.html?tabId=1` });
  return page;
}

export const timeline: Group = {
  name: 'timeline',
  parts: [],
  async run({ peers }) {
    writeFileSync(join(peers.crumbtrail, 'timeline.html'), MINIMAL);
    writeFileSync(join(peers.crumbtrail, 'timeline.js'), MINIMAL_SCRIPT);
    const browser = await launchBare(peers.crumbtrail);
    try {
      const minimal = await browser.open(`chrome-extension://${browser.extensionId}/timeline.html`, {
        newWindow: true,
      });
      const least = await watching(minimal, () => zoomAndPan(minimal));
      await minimal.close();

      const told = toldPanel(fullJar(Date.now(), COOKIES, RENEWALS), 'https://site0.example/');
      const panel = await openTold(browser, told.script);
      await panel.evaluate(UNTIL_LOADED(COOKIES));
      const first = await panel.evaluate<number>(switchTo('Timeline', 'Expiry timeline'));
      const switches: number[] = [];
      for (let turn = 0; turn < SWITCHES; turn += 1) {
        switches.push(await panel.evaluate<number>(switchTo('Cookies', 'Cookies')));
        switches.push(await panel.evaluate<number>(switchTo('Timeline', 'Expiry timeline')));
      }
      const zoomed = await watchingPanel(panel, () => zoomAndPan(panel));
      const eventsEach = EVENTS_A_SECOND / DELTAS_A_SECOND;
      const deltas = Array.from({ length: SECONDS * DELTAS_A_SECOND }, (_, turn) =>
        told.more(renewals(Date.now(), COOKIES, turn * eventsEach, eventsEach)),
      );
      const fed = await watchingPanel(panel, () => panel.evaluate(feed(deltas, 1000 / DELTAS_A_SECOND)));
      const row = (name: string, ...values: readonly number[]) => [
        name,
        ...values.map((value) => round(value, 0).toString()),
      ];
      printTable(
        `Timeline: ${COOKIES} cookies, ${RENEWALS} ticks`,
        ['', 'panel', 'minimal page'],
        [
          [...row('first drawing (ms)', first), ''],
          [...row('switching tabs, median (ms)', median(switches)), ''],
          [...row('switching tabs, slowest (ms)', Math.max(...switches)), ''],
          row('zoom and pan, frames', zoomed.frames.length, least.frames.length),
          row('zoom and pan, median frame (ms)', median(zoomed.frames), median(least.frames)),
          row(
            'zoom and pan, 95th percentile (ms)',
            percentile(zoomed.frames, 95),
            percentile(least.frames, 95),
          ),
          row('zoom and pan, longest frame (ms)', Math.max(...zoomed.frames), Math.max(...least.frames)),
          [...row(`${EVENTS_A_SECOND} events a second, longest task (ms)`, Math.max(0, ...fed.tasks)), ''],
          [...row(`${EVENTS_A_SECOND} events a second, long tasks`, fed.tasks.length), ''],
          [...row(`${EVENTS_A_SECOND} events a second, median frame (ms)`, median(fed.frames)), ''],
        ],
      );
      return {
        figures: { first, switches, zoomed, least, fed },
        targets: targetsOf(first, switches, zoomed, least, fed),
      };
    } finally {
      await browser.close();
    }
  },
};

function targetsOf(
  first: number,
  switches: readonly number[],
  zoomed: Watched,
  least: Watched,
  fed: Watched,
): Target[] {
  // A machine that drops frames of a page that does nothing is measured by how much more are dropped.
  const longest = Math.max(32, Math.max(...least.frames));
  return [
    { what: 'timeline, first drawing', value: first, limit: 300, unit: ' ms' },
    { what: 'switching tabs, slowest', value: Math.max(...switches), limit: 100, unit: ' ms' },
    {
      what: 'timeline, longest frame of zoom and pan',
      value: Math.max(...zoomed.frames),
      limit: longest * 1.05,
      unit: ' ms',
    },
    {
      what: 'timeline, longest task at 200 events a second',
      value: Math.max(0, ...fed.tasks),
      limit: 50,
      unit: ' ms',
    },
  ];
}
