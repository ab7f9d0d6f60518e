/**
 * The panel's memory while an hour goes by: the facts of some minutes are told again and again, each time later, as fast as the
 * panel takes them. Whenever there are too many, the panel starts anew from a shorter recording, as the worker has it do.
 */
import { fullJar, traffic } from '../helpers/timeline-facts.ts';
import { toldPanel } from '../helpers/told-panel.ts';
import type { BareChromium } from './bare-chromium.ts';
import { printTable } from './figures.ts';
import type { Result } from './group.ts';
import { heapOf, megabytes } from './heap.ts';
import { HOUR_OF, passes, switchTo, TAB_NAMES } from './timeline-pages.ts';
import { COOKIES, openTold } from './timeline-told.ts';

const HOUR = 3_600_000;
const FACTS = 200_000;
const TURNS = 20;
const SETTLE_MS = 1500;

export async function measureHour(browser: BareChromium): Promise<Result> {
  const began = Date.now() - HOUR;
  const jar = fullJar(Date.now(), COOKIES, 0);
  const panel = await openTold(browser, toldPanel(jar, 'https://site0.example/'));
  // Whatever views keep, they are all there.
  const names = await panel.evaluate<string[]>(TAB_NAMES);
  for (const name of [...names, 'Timeline']) await panel.evaluate(switchTo(name));
  await panel.evaluate(HOUR_OF(jar, traffic(began, COOKIES, 0, FACTS / TURNS / 4)));
  const heaps: { facts: number; heap: number }[] = [];
  for (let turn = 1; turn <= TURNS; turn += 1) {
    await panel.evaluate(passes(HOUR / TURNS));
    if (turn % (TURNS / 4) !== 0) continue;
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    heaps.push({ facts: (turn * FACTS) / TURNS, heap: await heapOf(panel) });
  }
  await panel.close();
  printTable(
    `Heap of the panel, an hour with ${FACTS} events`,
    ['events', 'heap'],
    heaps.map(({ facts, heap }) => [String(facts), megabytes(heap)]),
  );
  const [first, ...later] = heaps.map(({ heap }) => heap);
  return {
    figures: heaps,
    targets: [
      {
        what: 'panel heap, later quarters of an hour to the first',
        value: Math.max(...later) / (first ?? Number.NaN),
        limit: 1.1,
        unit: 'x',
      },
    ],
  };
}
