/** Asks the worker for changes of cookies, and waits for what became of each. */
import { effect, type ReadonlySignal } from '@preact/signals';
import type { CallResult } from '../../protocol/port.ts';
import type {
  ChangeResult,
  CookieChange,
  WorkbenchCall,
  WorkbenchState,
  WorkOrder,
  WorkProgress,
} from '../../protocol/workbench.ts';

/** What of the panel an order needs. */
export interface Orderer {
  readonly store: {
    readonly work: ReadonlySignal<WorkProgress | null>;
    readonly workbench: ReadonlySignal<WorkbenchState>;
  };
  call(call: WorkbenchCall): Promise<CallResult>;
}

/** Milliseconds that a result may come after the worker said that nothing runs any more. */
export const LATE = 3_000;

/**
 * One step that can be taken back. Resolves with one result for each change, in their order; never rejects: what the worker
 * would not take, and what was under way when it went away, is `kept` with `error` saying why ('busy', 'timeout', 'lost' …).
 */
export function runOrder(
  panel: Orderer,
  step: WorkOrder['step'],
  changes: readonly CookieChange[],
): Promise<readonly ChangeResult[]> {
  if (changes.length === 0) return Promise.resolve([]);
  const { work, workbench } = panel.store;
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    let begun = false;
    let ran = false;
    let late: ReturnType<typeof setTimeout> | undefined;
    let dispose = () => {};
    const end = (results: readonly ChangeResult[]) => {
      clearTimeout(late);
      dispose();
      resolve(results);
    };
    const fail = (error: string) => end(changes.map(() => ({ outcome: 'kept', error })));
    dispose = effect(() => {
      const told = work.value;
      const runs = workbench.value.running?.id === id;
      ran ||= runs;
      begun ||= runs || told?.id === id;
      // After this effect: it cannot dispose of itself while it is made.
      if (told?.id === id && told.results) queueMicrotask(() => end(told.results ?? []));
      clearTimeout(late);
      // A worker that was started anew knows of no order.
      if (ran && !runs) late = setTimeout(fail, LATE, 'lost');
    });
    panel.call({ method: 'work', order: { id, step, changes } }).then((answer) => {
      // A late answer is no refusal where it is under way.
      if (!answer.ok && !(answer.error === 'timeout' && begun)) fail(answer.error);
    });
  });
}
