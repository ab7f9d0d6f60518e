/** Changing cookies for the pages of a tab: each store has steps of its own, and does one thing at a time. */
import type { EditKind } from '../../core/recording/fact.ts';
import type { CallResult } from '../../protocol/port.ts';
import type {
  ChangeResult,
  StepKind,
  WorkbenchCall,
  WorkbenchError,
  WorkbenchState,
  WorkOrder,
  WorkProgress,
} from '../../protocol/workbench.ts';
import type { StorageArea } from '../journal/storage.ts';
import type { CookieAccess } from './cookie-access.ts';
import { isPlainPath } from './details.ts';
import type { Guards } from './guards.ts';
import { endsFirst, type Group, groupsOf, nothing } from './held.ts';
import { createRunning, type Running } from './running.ts';
import { summaryOf } from './step.ts';
import { openStepJournal, type Stack, type StepJournal } from './step-journal.ts';
import { runOrder, type StepRun, takeStep } from './steps-run.ts';

export type WorkbenchMessage =
  | { readonly kind: 'workbench'; readonly state: WorkbenchState }
  | { readonly kind: 'work'; readonly progress: WorkProgress };

export interface Workbench {
  /** Answered when the work begins; never rejects because of a cookie. */
  call(tabId: number, call: WorkbenchCall): Promise<CallResult>;
  /** A page came to look at the tab. */
  state(tabId: number): Promise<WorkbenchState | null>;
  /** Guards changed something. */
  refresh(storeId: string): void;
  /** The store is gone, with all that was in it: nothing of it is kept. */
  forget(storeId: string): Promise<void>;
}

export interface WorkbenchOptions {
  readonly storage: StorageArea;
  readonly accessTo: (storeId: string) => CookieAccess;
  /** null: no such tab. */
  readonly storeOf: (tabId: number) => Promise<string | null>;
  /** To all pages that look at a tab of the store. */
  readonly tell: (storeId: string, message: WorkbenchMessage) => void;
  /** The store is about to be changed so. */
  readonly announce: (storeId: string, by: EditKind, groups: readonly Group[]) => void;
  readonly guards: Guards;
  readonly now: () => number;
  readonly newId: () => string;
}

interface Bench {
  readonly storeId: string;
  readonly journal: StepJournal;
  readonly access: CookieAccess;
  running: Running | null;
}

const OK: CallResult = { ok: true };
const refused = (error: WorkbenchError): CallResult => ({ ok: false, error });

export function createWorkbench(options: WorkbenchOptions): Workbench {
  const { storage, accessTo, storeOf, tell, announce, guards, now, newId } = options;
  const benches = new Map<string, Promise<Bench>>();

  const benchOf = (storeId: string): Promise<Bench> => {
    let bench = benches.get(storeId);
    if (bench === undefined) {
      bench = openStepJournal(storage, storeId, newId).then((journal) => ({
        storeId,
        journal,
        access: accessTo(storeId),
        running: null,
      }));
      benches.set(storeId, bench);
    }
    return bench;
  };

  const stateOf = async ({ storeId, journal, running }: Bench): Promise<WorkbenchState> => {
    const { undo, redo } = journal.lists();
    return {
      undo: undo.map(summaryOf),
      redo: redo.map(summaryOf),
      guards: await guards.of(storeId),
      running: running?.progress() ?? null,
    };
  };
  const tellState = async (bench: Bench) =>
    tell(bench.storeId, { kind: 'workbench', state: await stateOf(bench) });

  type Work = (how: StepRun) => Promise<readonly ChangeResult[]>;

  /** Begins; the end is told, not awaited. */
  const begin = (
    bench: Bench,
    order: { id: string; step: StepKind; total: number; groups: readonly Group[] },
    work: Work,
  ): CallResult => {
    const { storeId, journal, access } = bench;
    const { groups, ...said } = order;
    const running = createRunning(said, (progress) => tell(storeId, { kind: 'work', progress }), now);
    bench.running = running;
    const go = async () => {
      await tellState(bench);
      const release = await guards.hold(storeId, groups);
      const how: StepRun = {
        access,
        journal,
        announce: (some) => announce(storeId, said.step, some),
        tell: running.tell,
        stop: running.stop.signal,
        now,
      };
      const results = await work(how).catch((problem) => {
        console.error('Crumbtrail: workbench', problem instanceof Error ? problem.name : 'Error');
        return groups.map((): ChangeResult => ({ outcome: 'refused', error: '' }));
      });
      await release(groups.filter((_, index) => hasHappened(results[index])));
      bench.running = null;
      running.end(results);
      await tellState(bench);
    };
    go().catch((problem) => {
      bench.running = null;
      console.error('Crumbtrail: workbench', problem instanceof Error ? problem.name : 'Error');
    });
    return OK;
  };

  const order = (bench: Bench, { id, step, changes }: WorkOrder): CallResult => {
    const groups = groupsOf(changes, now());
    return begin(bench, { id, step, total: changes.length, groups }, async (how) => {
      const results = await runOrder(step, groups, how);
      return results.map((result, index) => {
        const after = changes[index]?.after ?? null;
        // The path that was asked for is not the one that browsers write.
        const put = groups[index]?.find(({ isThere }) => isThere)?.cookie;
        if (after === null || put === undefined || isPlainPath(after)) return result;
        return result.outcome === 'done' ? { stored: put, ...result } : result;
      });
    });
  };

  const take = async (bench: Bench, from: Stack): Promise<CallResult> => {
    const step = bench.journal.lists()[from].at(-1);
    if (step === undefined) return refused('nothing');
    const groups = await bench.journal.groups(step);
    if (bench.running !== null) return refused('busy');
    const said = { id: step.id, step: from, total: groups.length, groups: endsFirst(groups.toReversed()) };
    return begin(bench, said, (how) => takeStep(from, step, groups, how));
  };

  return {
    async call(tabId, asked) {
      const storeId = await storeOf(tabId);
      if (storeId === null) return refused('no-store');
      const bench = await benchOf(storeId);
      if (asked.method === 'stop-work') {
        bench.running?.stop.abort();
        return OK;
      }
      if (asked.method === 'unguard') {
        await guards.remove(storeId, asked.cookies);
        await tellState(bench);
        return OK;
      }
      if (bench.running !== null) return refused('busy');
      switch (asked.method) {
        case 'work':
          return order(bench, asked.order);
        case 'undo':
        case 'redo':
          return take(bench, asked.method);
        case 'guard': {
          const { kind, cookies } = asked;
          if (kind === 'protect') {
            const isKept = await guards.add(storeId, kind, cookies);
            await tellState(bench);
            return isKept ? OK : refused('too-many');
          }
          // What is there now goes as a step of its own: it can be taken back.
          const groups = cookies.map((cookie) => [nothing(cookie)]);
          return begin(bench, { id: newId(), step: 'delete', total: groups.length, groups }, async (how) => {
            const results = await runOrder('delete', groups, how);
            await guards.add(storeId, kind, cookies);
            return results;
          });
        }
      }
    },
    async state(tabId) {
      const storeId = await storeOf(tabId);
      return storeId === null ? null : stateOf(await benchOf(storeId));
    },
    async forget(storeId) {
      const { journal, running } = await benchOf(storeId);
      running?.stop.abort();
      benches.delete(storeId);
      const { undo, redo } = journal.lists();
      await journal.drop([...undo, ...redo]);
      await guards.remove(
        storeId,
        (await guards.of(storeId)).map(({ cookie }) => cookie),
      );
    },
    refresh(storeId) {
      benchOf(storeId)
        .then(tellState)
        .catch(() => undefined);
    },
  };
}

function hasHappened(result: ChangeResult | undefined): boolean {
  return result?.outcome === 'done' || result?.outcome === 'same';
}
