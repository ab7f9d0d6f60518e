/** How far an order is, told often enough to be followed and no oftener. */
import type { ChangeResult, StepKind, WorkProgress } from '../../protocol/workbench.ts';

export interface Running {
  progress(): WorkProgress;
  readonly stop: AbortController;
  tell(done: number): void;
  end(results: readonly ChangeResult[]): void;
}

const EVERY_MS = 100;

export function createRunning(
  order: { readonly id: string; readonly step: StepKind; readonly total: number },
  say: (progress: WorkProgress) => void,
  now: () => number,
): Running {
  let progress: WorkProgress = { ...order, done: 0, results: null };
  let saidAt = now();
  return {
    progress: () => progress,
    stop: new AbortController(),
    tell(done) {
      progress = { ...progress, done };
      const at = now();
      // A clock set back must not hold it up.
      if (at >= saidAt && at < saidAt + EVERY_MS) return;
      saidAt = at;
      say(progress);
    },
    end(results) {
      progress = { ...progress, results };
      say(progress);
    },
  };
}
