/** An order, or a step taken back or again, from its beginning to its end: journal, changes, and what they pushed out. */
import type { ChangeResult, StepKind } from '../../protocol/workbench.ts';
import type { CookieAccess } from './cookie-access.ts';
import { canCrowd, crowdedOut, withoutCrowdedOut } from './crowded-out.ts';
import { endsFirst, type Group } from './held.ts';
import { run } from './run.ts';
import type { StepMeta } from './step.ts';
import type { Stack, StepJournal } from './step-journal.ts';

export interface StepRun {
  readonly access: CookieAccess;
  readonly journal: StepJournal;
  readonly announce: (groups: readonly Group[]) => void;
  readonly tell: (done: number) => void;
  readonly stop: AbortSignal;
  readonly now: () => number;
}

/** What a person asked for: it can be taken back, and what could be taken again cannot any more. */
export async function runOrder(
  kind: StepKind,
  groups: readonly Group[],
  options: StepRun,
): Promise<readonly ChangeResult[]> {
  const { journal } = options;
  const results = await runStep('undo', kind, groups, options);
  if (results.some(({ outcome }) => outcome === 'done')) await journal.drop(journal.lists().redo);
  return results;
}

/** Takes a step of this stack back; it goes over to the other one. What was not tried stays. */
export async function takeStep(
  from: Stack,
  step: StepMeta,
  held: readonly Group[],
  options: StepRun,
): Promise<readonly ChangeResult[]> {
  const { journal } = options;
  const groups = endsFirst(held.toReversed());
  const results = await runStep(from === 'undo' ? 'redo' : 'undo', step.step, groups, options, step);
  const left = groups.filter((_, index) => results[index]?.outcome === 'kept').toReversed();
  if (left.length > 0) {
    const rest = journal.begin(from, { at: step.at, kind: step.step }, step);
    if (!(await rest.add(left))) return results;
    await rest.end();
  }
  await journal.drop([step]);
  return results;
}

async function runStep(
  stack: Stack,
  kind: StepKind,
  groups: readonly Group[],
  { access, journal, now, ...options }: StepRun,
  leaving?: StepMeta,
): Promise<readonly ChangeResult[]> {
  const step = journal.begin(stack, { at: now(), kind }, leaving);
  const puts = groups.some((group) => group.some(({ isThere }) => isThere));
  const before = puts ? await access.readAll().catch(() => null) : null;
  let results = await run(groups, { access, step, now, ...options });
  if (before !== null && canCrowd(groups, before)) {
    const out = await crowdedOut(access, before, groups, now()).catch(() => null);
    if (out !== null && out.inverse.length > 0) await step.add(out.inverse);
    if (out !== null) results = withoutCrowdedOut(results, groups, out.after);
  }
  await step.end();
  return results;
}
