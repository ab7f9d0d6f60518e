/** Which two are compared. */
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';

/** The cookies as they are, not a kept snapshot. */
export const NOW = 'now';

export interface Choice {
  readonly before: string;
  readonly after: string;
}

/**
 * Who chose nothing compares the newest with now; what a person chose holds as long as it is there.
 * @param snapshots Newest first, at least one.
 */
export function choiceOf(snapshots: readonly Snapshot[], chosen: Partial<Choice>): Choice {
  const isThere = (id: string | undefined) => id === NOW || snapshots.some((each) => each.id === id);
  const newest = snapshots[0]?.id ?? NOW;
  const { before, after } = chosen;
  return {
    before: before !== undefined && isThere(before) ? before : newest,
    after: after !== undefined && isThere(after) ? after : NOW,
  };
}
