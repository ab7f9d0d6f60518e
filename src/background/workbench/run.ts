/** Many changes, in slices: what a slice will take back is written down first, then its changes run side by side. */
import type { ChangeResult } from '../../protocol/workbench.ts';
import { type CookieAccess, type Found, wordsOf } from './cookie-access.ts';
import { asOf, firstPut, type Group, isTangled } from './held.ts';
import type { OpenStep } from './step-journal.ts';
import { inverseOf, isSo, transact } from './transact.ts';

export interface RunOptions {
  readonly access: CookieAccess;
  readonly step: OpenStep;
  /** These are about to be changed. */
  readonly announce: (groups: readonly Group[]) => void;
  /** So many are done. */
  readonly tell: (done: number) => void;
  readonly stop: AbortSignal;
  readonly now: () => number;
}

/** As many as are read in one go, and lost from the journal's word of what took place at the worst. */
export const SLICE = 600;
/** The browser works on so many at once: a third faster than with 16, and more gain nothing. */
const SIDE_BY_SIDE = 64;

const KEPT: ChangeResult = { outcome: 'kept' };

/** One result a group, in their order; never rejects because of a cookie. */
export async function run(groups: readonly Group[], options: RunOptions): Promise<readonly ChangeResult[]> {
  const results: ChangeResult[] = [];
  const middle = firstPut(groups);
  while (results.length < groups.length && !options.stop.aborted) {
    const from = results.length;
    const to = Math.min(from + SLICE, from < middle ? middle : groups.length);
    const slice = groups.slice(from, to).map((group) => asOf(group, options.now()));
    const done = await runSlice(slice, options, from);
    if (done === null) break;
    results.push(...done);
  }
  return [...results, ...groups.slice(results.length).map(() => KEPT)];
}

/** The store itself did not answer. */
const refusal = (problem: unknown): ChangeResult => ({ outcome: 'refused', error: wordsOf(problem) });

/** What was planned to take it back stays: nobody knows how far it came. */
const unread = (problem: unknown) => ({ result: refusal(problem), inverse: null });

/** null: what it would take back has no room, so nothing was changed. */
async function runSlice(
  slice: readonly Group[],
  { access, step, announce, tell, stop }: RunOptions,
  before: number,
): Promise<readonly ChangeResult[] | null> {
  const cookies = slice.flat().map(({ cookie }) => cookie);
  let found: Found;
  try {
    found = await access.read(cookies);
  } catch (problem) {
    return slice.map(() => refusal(problem));
  }
  const planned = slice.map((group) => inverseOf(group, found)).filter((group) => group.length > 0);
  if (planned.length > 0 && !(await step.add(planned))) return null;
  announce(slice.map((group) => group.filter((held) => !isSo(held, found))));
  const results: ChangeResult[] = slice.map(() => KEPT);
  const inverses: Group[] = slice.map(() => []);
  // Changes of the same place happen in their order, each on what the one before left.
  const oneByOne = isTangled(slice);
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let index = next++; index < slice.length && !stop.aborted; index = next++) {
      const group = slice[index] ?? [];
      const present = oneByOne
        ? await access.read(group.map(({ cookie }) => cookie)).catch(() => found)
        : found;
      const { result, inverse } = await transact(access, group, present).catch(unread);
      results[index] = result;
      inverses[index] = inverse ?? inverseOf(group, present);
      done += 1;
      tell(before + done);
    }
  };
  await Promise.all(Array.from({ length: oneByOne ? 1 : SIDE_BY_SIDE }, work));
  if (planned.length > 0) step.amend(inverses.filter((group) => group.length > 0));
  return results;
}
