import type { Scheduler } from '../../src/panel/scheduler.ts';

export interface ManualScheduler extends Scheduler {
  /** Runs until nothing is due; returns how many turns that took. */
  runAll(): number;
  /** Milliseconds that pass each time somebody looks at the clock. */
  costPerLook(milliseconds: number): void;
}

export function manualScheduler(): ManualScheduler {
  const due: (() => void)[] = [];
  let now = 0;
  let cost = 0;
  return {
    now: () => {
      now += cost;
      return now;
    },
    frame: (run) => due.push(run),
    soon: (run) => due.push(run),
    runAll() {
      let turns = 0;
      for (let run = due.shift(); run; run = due.shift()) {
        turns += 1;
        run();
      }
      return turns;
    },
    costPerLook(milliseconds) {
      cost = milliseconds;
    },
  };
}
