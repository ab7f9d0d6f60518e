/** From any tab to any other: with its code still to be loaded, when first shown, and again. */
import { fullJar } from '../helpers/timeline-facts.ts';
import { toldPanel } from '../helpers/told-panel.ts';
import type { BareChromium } from './bare-chromium.ts';
import { median, printTable, round } from './figures.ts';
import type { Result } from './group.ts';
import { mainThread, watchMainThread } from './own-time.ts';
import type { Tab } from './tab.ts';
import { FILES_LOADED, HOLD_PRELOADING, switchTo, TAB_NAMES } from './timeline-pages.ts';
import { COOKIES, openTold, RENEWALS } from './timeline-told.ts';

const ROUNDS = 4;
const FRAME_MS = 1000 / 60;

type Switch = { readonly ms: number; readonly own: number };
type Switches = { readonly loading: Switch; readonly first: Switch; readonly again: Switch[] };

/** With how long the main thread worked for it: on a busy machine it waits for a processor as well. */
async function timed(panel: Tab, name: string): Promise<Switch> {
  const before = await mainThread(panel);
  const ms = await panel.evaluate<number>(switchTo(name));
  return { ms, own: (await mainThread(panel)) - before };
}

export async function measureTabs(browser: BareChromium): Promise<Result> {
  const told = toldPanel(fullJar(Date.now(), COOKIES, RENEWALS), 'https://site0.example/');
  const panel = await openTold(browser, told);
  await watchMainThread(panel);
  const [cookies = '', ...others] = await panel.evaluate<string[]>(TAB_NAMES);
  const found: Record<string, Switches> = {};
  for (const name of others) {
    // A person who clicks before anything was loaded in idle time.
    const fresh = await openTold(browser, told, HOLD_PRELOADING);
    await watchMainThread(fresh);
    const before = await fresh.evaluate<number>(FILES_LOADED);
    const loading = await timed(fresh, name);
    if ((await fresh.evaluate<number>(FILES_LOADED)) === before)
      throw new Error(`${name} was loaded before it was asked for`);
    await fresh.close();
    await panel.toFront();
    const first = await timed(panel, name);
    await panel.evaluate(switchTo(cookies));
    found[name] = { loading, first, again: [] };
  }
  const back: Switch[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of others) found[name]?.again.push(await timed(panel, name));
    back.push(await timed(panel, cookies));
  }
  await panel.close();
  const both = ({ ms, own }: Switch) => [ms, own].map((value) => round(value, 0).toString());
  const slowest = (all: readonly Switch[]) => all.reduce((most, each) => (each.ms > most.ms ? each : most));
  const middle = (all: readonly Switch[]) => round(median(all.map(({ ms }) => ms)), 0).toString();
  const rows = Object.entries(found).map(([name, { loading, first, again }]) => [
    name,
    ...both(loading),
    ...both(first),
    middle(again),
    ...both(slowest(again)),
  ]);
  printTable(
    `Switching tabs, ${COOKIES} cookies: click to painted view, and the main thread's own time (ms)`,
    ['', 'code not loaded', 'own', 'first', 'own', 'again, median', 'slowest', 'own'],
    [[cookies, '', '', '', '', middle(back), ...both(slowest(back))], ...rows],
  );
  const all = Object.entries(found);
  // The Timeline's first is its first drawing, which has a limit of its own.
  const firsts = all.flatMap(([name, { loading, first }]) => (name === 'Timeline' ? [] : [loading, first]));
  const again = [...back, ...all.flatMap(([, each]) => each.again)];
  const limit = { limit: 100, unit: ' ms' };
  // What else the machine did meanwhile is left out. It takes a frame to draw, and one to see it drawn.
  const most = (all: readonly Switch[]) => Math.max(...all.map(({ own }) => own)) + 2 * FRAME_MS;
  return {
    figures: { found, back },
    targets: [
      { what: 'switching tabs for the first time, own time and two frames', value: most(firsts), ...limit },
      { what: 'switching tabs, median', value: median(again.map(({ ms }) => ms)), ...limit },
      { what: 'switching tabs again, own time and two frames', value: most(again), ...limit },
    ],
  };
}
