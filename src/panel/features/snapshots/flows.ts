/** The cookies before and just after each login and logout, as the panel's own report tells of them. */
import { effect, untracked } from '@preact/signals';
import { analyseSessions } from '../../../core/session/analysis.ts';
import type { Flow } from '../../../core/session/flow.ts';
import { compareSnapshots, isEqual } from '../../../core/snapshot/compare.ts';
import type { Snapshot, SnapshotReason } from '../../../core/snapshot/snapshot.ts';
import { snapshotAt } from '../../../core/snapshot/take.ts';
import type { Audited } from '../../audit-recording.ts';
import type { Panel } from '../../panel.ts';
import type { Shelf } from './shelf.ts';

/** What the page that a login leads to writes by script belongs to its state. */
const AFTERMATH_MS = 500;
/** The store tells of a write a moment later. */
const ARRIVAL_MS = 300;

const BEFORE = { login: 'before-login', logout: 'before-logout' } as const satisfies Record<
  FlowKind,
  SnapshotReason
>;
type FlowKind = 'login' | 'logout';

/** Keeps watch from now on; the result ends it. */
export function watchFlows(
  panel: Panel,
  shelf: Shelf,
  onTaken: (before: Snapshot, after: Snapshot) => void,
): () => void {
  const since = Math.max(panel.now.peek(), panel.store.recording.peek().lastAt);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const take = (id: string) => {
    const flow = flowsOf(panel.audited.peek()).find((each) => idOf(each) === id);
    if (flow === undefined) return;
    const recording = panel.store.recording.peek();
    const of = (at: number, why: SnapshotReason) =>
      snapshotAt(recording, { id: `${why}-${flow.at}`, at, why, label: '' });
    const after = of(flow.until + AFTERMATH_MS, flow.kind);
    const start = of(flow.at - 1, BEFORE[flow.kind]);
    const newest = shelf.snapshots.peek()[0];
    // What was kept last is the state before, where nothing happened in between.
    const isSame = newest !== undefined && newest.at <= start.at && isUnchanged(newest, start);
    const before = isSame ? newest : start;
    shelf.add(...(isSame ? [after] : [after, start]));
    onTaken(before, after);
  };

  const stop = effect(() => {
    const flows = flowsOf(panel.audited.value);
    untracked(() => {
      for (const flow of flows) {
        const id = idOf(flow);
        if (flow.at < since || timers.has(id)) continue;
        const wait = Math.max(0, flow.until + AFTERMATH_MS - Date.now());
        timers.set(
          id,
          setTimeout(() => take(id), wait + ARRIVAL_MS),
        );
      }
    });
  });
  return () => {
    stop();
    for (const timer of timers.values()) clearTimeout(timer);
  };
}

interface DoneFlow extends Flow {
  readonly kind: FlowKind;
}

/** Logins that worked, and logouts. */
function flowsOf(audited: Audited | null): readonly DoneFlow[] {
  if (audited === null) return [];
  return audited.subjects
    .flatMap((subject) => subject.shared(analyseSessions).flows.map(({ flow }) => flow))
    .filter(isDone);
}

function isDone(flow: Flow): flow is DoneFlow {
  if (flow.kind === 'login') return flow.outcome.result === 'success';
  return flow.kind === 'logout' && flow.outcome.result !== 'failed';
}

function idOf({ kind, at }: Flow): string {
  return `${kind}-${at}`;
}

function isUnchanged(a: Snapshot, b: Snapshot): boolean {
  const comparison = compareSnapshots(a, b);
  return isEqual(comparison) && comparison.apart === 0;
}
