/** How long the tasks of a page's main thread take of a processor: on a busy machine they wait for one as well. */
import type { BareChromium } from './bare-chromium.ts';
import type { Tab } from './tab.ts';

type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
};

/** Begins to count; `mainThread` tells. */
export async function watchMainThread(page: Tab): Promise<void> {
  await page.send('Performance.enable', { timeDomain: 'threadTicks' });
}

/** Milliseconds its main thread has worked. */
export async function mainThread(page: Tab): Promise<number> {
  const { metrics } = (await page.send('Performance.getMetrics')) as {
    metrics: { name: string; value: number }[];
  };
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

const CATEGORIES = ['disabled-by-default-devtools.timeline'];

/** Milliseconds of each task of the busiest page meanwhile, the longest first. */
export async function ownTimes({ devtools }: BareChromium, run: () => Promise<unknown>): Promise<number[]> {
  const events: TraceEvent[] = [];
  const stop = devtools.on('', 'Tracing.dataCollected', ({ value }) =>
    events.push(...(value as TraceEvent[])),
  );
  const complete = new Promise<void>((done) => {
    const unheard = devtools.on('', 'Tracing.tracingComplete', () => {
      unheard();
      done();
    });
  });
  await devtools.send('Tracing.start', { traceConfig: { includedCategories: CATEGORIES } });
  await run();
  await devtools.send('Tracing.end');
  await complete;
  stop();
  const pages = events.flatMap(({ name, pid, tid, args }) =>
    name === 'thread_name' && args.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [],
  );
  const tasksOf = (page: string) =>
    events.flatMap(({ name, pid, tid, tdur = 0 }) =>
      name === 'RunTask' && `${pid} ${tid}` === page ? [tdur / 1000] : [],
    );
  const sum = (times: readonly number[]) => times.reduce((all, time) => all + time, 0);
  const [busiest = []] = [...new Set(pages)].map(tasksOf).sort((a, b) => sum(b) - sum(a));
  if (busiest.length === 0) throw new Error('The trace has no tasks of a page');
  return busiest.sort((a, b) => b - a);
}
