import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LATE, runOrder } from '../../../src/panel/workbench/run-order.ts';
import type { CallResult } from '../../../src/protocol/port.ts';
import type {
  ChangeResult,
  CookieChange,
  WorkbenchCall,
  WorkbenchState,
  WorkProgress,
} from '../../../src/protocol/workbench.ts';
import { cookieOf } from '../../helpers/panel-store.ts';

const NOTHING: WorkbenchState = { undo: [], redo: [], guards: [], running: null };
const CHANGES: readonly CookieChange[] = [
  { before: cookieOf('a'), after: null },
  { before: cookieOf('b'), after: null },
];
const DONE: readonly ChangeResult[] = [{ outcome: 'done' }, { outcome: 'refused', error: 'no' }];

/** A worker of which a test says what it does. */
function worker(answer: CallResult = { ok: true }) {
  const work = signal<WorkProgress | null>(null);
  const workbench = signal<WorkbenchState>(NOTHING);
  const calls: WorkbenchCall[] = [];
  const panel = {
    store: { work, workbench },
    call: (call: WorkbenchCall) => {
      calls.push(call);
      return Promise.resolve(answer);
    },
  };
  const idOf = () => (calls[0]?.method === 'work' ? calls[0].order.id : '');
  return {
    panel,
    calls,
    tell(over: Partial<WorkProgress> = {}) {
      work.value = { id: idOf(), step: 'delete', done: 0, total: 2, results: null, ...over };
      return work.value;
    },
    run(progress: WorkProgress | null) {
      workbench.value = { ...NOTHING, running: progress };
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('runOrder', () => {
  it('sends one order with an id of its own and ends with its results', async () => {
    const told = worker();
    const results = runOrder(told.panel, 'delete', CHANGES);
    expect(told.calls).toEqual([
      { method: 'work', order: { id: expect.any(String), step: 'delete', changes: CHANGES } },
    ]);
    told.tell({ done: 1 });
    told.tell({ id: 'another', done: 2, results: [] });
    told.tell({ done: 2, results: DONE });
    expect(await results).toBe(DONE);
  });

  it('asks for nothing where there is nothing to change', async () => {
    const told = worker();
    expect(await runOrder(told.panel, 'delete', [])).toEqual([]);
    expect(told.calls).toEqual([]);
  });

  it('keeps everything, and says why, where the worker does not take it', async () => {
    const told = worker({ ok: false, error: 'busy' });
    expect(await runOrder(told.panel, 'edit', CHANGES)).toEqual(
      CHANGES.map(() => ({ outcome: 'kept', error: 'busy' })),
    );
  });

  it('waits on where the answer is late but the work is under way', async () => {
    const told = worker({ ok: false, error: 'timeout' });
    const results = runOrder(told.panel, 'delete', CHANGES);
    told.run(told.tell());
    await vi.advanceTimersByTimeAsync(LATE * 2);
    told.tell({ done: 2, results: DONE });
    expect(await results).toBe(DONE);
  });

  it('takes a result that comes shortly after the work has ended', async () => {
    const told = worker();
    const results = runOrder(told.panel, 'delete', CHANGES);
    told.run(told.tell());
    told.run(null);
    await vi.advanceTimersByTimeAsync(LATE / 2);
    told.tell({ done: 2, results: DONE });
    expect(await results).toBe(DONE);
  });

  it('ends where the worker went away in the middle', async () => {
    const told = worker();
    const results = runOrder(told.panel, 'delete', CHANGES);
    told.run(told.tell());
    told.run(null);
    await vi.advanceTimersByTimeAsync(LATE);
    expect(await results).toEqual(CHANGES.map(() => ({ outcome: 'kept', error: 'lost' })));
  });
});
