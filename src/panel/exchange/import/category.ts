/** How rows are counted and filtered: before the import by what they would do, after it by what became of them. */
import type { ChangeOutcome, ChangeResult } from '../../../protocol/workbench.ts';
import type { ImportRow } from './row.ts';

export type Category = 'new' | 'changes' | 'done' | 'same' | 'refused' | 'kept' | 'left';

/** In the order of their buttons. */
export const CATEGORIES: readonly Category[] = ['new', 'changes', 'done', 'same', 'refused', 'kept', 'left'];

/** `result`: null before the import, and for what was not part of it. */
export function categoryOf(
  row: ImportRow,
  isTaken: boolean,
  results: ReadonlyMap<number, ChangeResult> | null,
): Category {
  if (results !== null) {
    const outcome: ChangeOutcome | undefined = results.get(row.index)?.outcome;
    return outcome ?? (row.state === 'same' ? 'same' : row.state === 'refused' ? 'refused' : 'left');
  }
  if (row.state === 'same' || row.state === 'refused') return row.state;
  return isTaken ? row.state : 'left';
}

export type Counts = Readonly<Record<Category, number>>;

export function countCategories(categories: readonly Category[]): Counts {
  const counts = { new: 0, changes: 0, done: 0, same: 0, refused: 0, kept: 0, left: 0 };
  for (const category of categories) counts[category] += 1;
  return counts;
}
