/**
 * What an extension costs the browser while a page loads: its processor time and the page's own, beside no
 * extension, an idle one and one with empty listeners. Rounds are interleaved, figures are medians of ratios.
 */
import { median, medianRatio, printTable, round, type Target } from './figures.ts';
import type { Group } from './group.ts';
import { launchSetups, type Setup, watchTab } from './load-setups.ts';
import { type BenchSite, STORM, startSite } from './site.ts';
import type { Tab } from './tab.ts';

type Sample = { readonly cpu: number; readonly time: number };
type Workload = {
  readonly name: string;
  readonly rounds: number;
  /** Loads in one measurement: small ones are repeated, the processor's clock is coarse. */
  run(tab: Tab, site: BenchSite): Promise<number>;
};

/** Writes, audits and readings that the load caused come up to half a second later. */
const SETTLE_MS = 1000;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const WORKLOADS: readonly Workload[] = [
  {
    name: 'storm',
    rounds: 4,
    run: (tab) => tab.evaluate<number>(`storm(${STORM.responses}, ${STORM.atOnce})`),
  },
  { name: 'ordinary', rounds: 3, run: (tab, site) => visits(tab, `${site.origin}/ordinary`, 4) },
  { name: 'redirects', rounds: 3, run: (tab, site) => visits(tab, `${site.origin}/chain/0`, 4) },
];

/** Sum of the milliseconds from asking to the load event, several visits one after the other. */
async function visits(tab: Tab, url: string, times: number): Promise<number> {
  let sum = 0;
  for (let visit = 0; visit < times; visit += 1) {
    await tab.send('Page.navigate', { url: `${url}?visit=${Math.random()}` });
    sum += await tab.evaluate<number>(LOADED);
  }
  return sum;
}

/** Waits for the load event of the page that is there now. */
const LOADED = `new Promise((done) => {
  const end = () => done(performance.getEntriesByType('navigation')[0].loadEventStart);
  if (document.readyState === 'complete') end();
  else addEventListener('load', end);
})`;

/** Caches, code and the server are warm before anything counts. */
async function warmUp({ browser }: Setup, site: BenchSite): Promise<void> {
  const tab = await browser.open(`${site.origin}/blank`);
  await tab.evaluate(LOADED);
  await tab.evaluate(`storm(300, ${STORM.atOnce})`);
  await tab.close();
}

async function measure(setup: Setup, workload: Workload, site: BenchSite): Promise<Sample> {
  const { browser } = setup;
  const tab = await browser.open(`${site.origin}/blank?${Math.random()}`);
  await tab.evaluate(LOADED);
  const watcher = await watchTab(setup, tab);
  await wait(SETTLE_MS);
  const before = browser.processorTime() ?? Number.NaN;
  const time = await workload.run(tab, site);
  await wait(SETTLE_MS);
  const cpu = (browser.processorTime() ?? Number.NaN) - before;
  await watcher?.close();
  await tab.close();
  return { cpu, time };
}

async function runWorkload(workload: Workload, setups: readonly Setup[], site: BenchSite) {
  const samples = new Map(setups.map(({ name }) => [name, [] as Sample[]]));
  for (let turn = 0; turn < workload.rounds; turn += 1) {
    for (const setup of setups) {
      const sample = await measure(setup, workload, site);
      samples.get(setup.name)?.push(sample);
    }
  }
  const of = (name: string, what: keyof Sample) => (samples.get(name) ?? []).map((each) => each[what]);
  return setups.map(({ name }) => ({
    workload: workload.name,
    setup: name,
    cpuMs: round(median(of(name, 'cpu')), 0),
    timeMs: round(median(of(name, 'time')), 0),
    cpuToNone: round(medianRatio(of(name, 'cpu'), of('no extension', 'cpu'))),
    cpuToEmpty: round(medianRatio(of(name, 'cpu'), of('empty listeners', 'cpu'))),
    timeToNone: round(medianRatio(of(name, 'time'), of('no extension', 'time'))),
    timeToEmpty: round(medianRatio(of(name, 'time'), of('empty listeners', 'time'))),
    rounds: workload.rounds,
    samples: samples.get(name) ?? [],
  }));
}

export const load: Group = {
  name: 'load',
  parts: WORKLOADS.map(({ name }) => name),
  async run({ peers, parts }) {
    const site = await startSite();
    const setups = await launchSetups(peers);
    const targets: Target[] = [];
    const figures = [];
    try {
      for (const setup of setups) await warmUp(setup, site);
      for (const workload of WORKLOADS) {
        if (!parts.has(workload.name)) continue;
        const rows = await runWorkload(workload, setups, site);
        figures.push(...rows);
        printTable(
          `Page load: ${workload.name} (medians of ${workload.rounds} rounds; ratios of each round)`,
          ['', 'CPU ms', 'time ms', 'CPU/none', 'CPU/empty', 'time/none', 'time/empty'],
          rows.map((row) => [
            row.setup,
            ...[row.cpuMs, row.timeMs].map(String),
            ...[row.cpuToNone, row.cpuToEmpty, row.timeToNone, row.timeToEmpty].map((n) => n.toFixed(2)),
          ]),
        );
        if (workload.name === 'storm') targets.push(...stormTargets(rows));
      }
    } finally {
      await Promise.all(setups.map(({ browser }) => browser.close()));
      await site.close();
    }
    return { figures, targets };
  },
};

function stormTargets(rows: readonly { setup: string; cpuToEmpty: number }[]): Target[] {
  const limits: Readonly<Record<string, number>> = {
    'Crumbtrail, not watched': 0.8,
    'Crumbtrail, port only': 1.15,
    'Crumbtrail, panel': 1.15,
  };
  return rows.flatMap(({ setup, cpuToEmpty }) => {
    const limit = limits[setup];
    if (limit === undefined) return [];
    return [{ what: `storm CPU, ${setup}, to empty listeners`, value: cpuToEmpty, limit, unit: 'x' }];
  });
}
