/** First drawing, zoom and pan, and 200 events a second; frames beside a hand-written page, which tells what the machine can do at all. */
import { FACTS_EACH, fullJar, traffic } from '../helpers/timeline-facts.ts';
import { toldPanel } from '../helpers/told-panel.ts';
import type { BareChromium } from './bare-chromium.ts';
import { median, percentile, printTable, round } from './figures.ts';
import type { Result } from './group.ts';
import { ownTimes } from './own-time.ts';
import type { Tab } from './tab.ts';
import { feed, switchTo } from './timeline-pages.ts';
import { COOKIES, openTold, RENEWALS, watching, watchingPanel } from './timeline-told.ts';

const TURNS = 60;
const EVENTS_A_SECOND = 200;
const DELTAS_A_SECOND = 20;
const SECONDS = 8;
/** The bits of the protocol's `modifiers`. */
const CTRL = 2;
const SHIFT = 8;

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

export async function measureDrawing(browser: BareChromium): Promise<Result> {
  const minimal = await browser.open(`chrome-extension://${browser.extensionId}/timeline.html`, {
    newWindow: true,
  });
  const least = await watching(minimal, () => zoomAndPan(minimal));
  await minimal.close();

  const told = toldPanel(fullJar(Date.now(), COOKIES, RENEWALS), 'https://site0.example/');
  const panel = await openTold(browser, told);
  const first = await panel.evaluate<number>(switchTo('Timeline'));
  const own = { zoomed: [] as readonly number[], fed: [] as readonly number[] };
  const zoomed = await watchingPanel(panel, async () => {
    own.zoomed = await ownTimes(browser, () => zoomAndPan(panel));
  });
  const each = EVENTS_A_SECOND / DELTAS_A_SECOND;
  const facts = traffic(Date.now(), COOKIES, 0, (SECONDS * EVENTS_A_SECOND) / FACTS_EACH);
  const deltas = Array.from({ length: SECONDS * DELTAS_A_SECOND }, (_, turn) =>
    told.more(facts.slice(turn * each, (turn + 1) * each)),
  );
  const fed = await watchingPanel(panel, async () => {
    own.fed = await ownTimes(browser, () => panel.evaluate(feed(deltas, 1000 / DELTAS_A_SECOND)));
  });
  await panel.close();
  const longest = (values: readonly number[]) => Math.max(0, ...values);
  const row = (name: string, ...values: readonly number[]) => [
    name,
    ...values.map((value) => round(value, 0).toString()),
  ];
  const frames = (of: (frames: readonly number[]) => number) => [
    of(zoomed.frames),
    of(fed.frames),
    of(least.frames),
  ];
  const live = `${EVENTS_A_SECOND} events a second`;
  printTable(
    `Timeline: ${COOKIES} cookies, ${RENEWALS} ticks; first drawing ${round(first, 0)} ms`,
    ['', 'zoom and pan', live, 'minimal page, zoom and pan'],
    [
      row('frames', ...frames(({ length }) => length)),
      row('median frame (ms)', ...frames(median)),
      row('95th percentile (ms)', ...frames((all) => percentile(all, 95))),
      row('longest frame (ms)', ...frames(longest)),
      row('long tasks', zoomed.tasks.length, fed.tasks.length, least.tasks.length),
      row('longest task (ms)', longest(zoomed.tasks), longest(fed.tasks), longest(least.tasks)),
      [...row('longest task, own processor time (ms)', longest(own.zoomed), longest(own.fed)), ''],
    ],
  );
  return {
    figures: { first, zoomed, least, fed, own },
    targets: [
      { what: 'timeline, first drawing', value: first, limit: 300, unit: ' ms' },
      // Frames that the machine drops are dropped of a page that does nothing, too: what is drawn is judged by its own time.
      {
        what: 'timeline, longest task of zoom and pan, own processor time',
        value: longest(own.zoomed),
        limit: 32,
        unit: ' ms',
      },
      {
        what: `timeline, longest task at ${live}, own processor time`,
        value: longest(own.fed),
        limit: 50,
        unit: ' ms',
      },
    ],
  };
}
