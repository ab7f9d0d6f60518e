/** Which rows of a grid are chosen, for doing something with all of them. Pure. */
export interface GridSelection {
  /** Empty: the row of the cursor stands for itself. */
  readonly keys: ReadonlySet<string>;
  /** Where a range begins. */
  readonly anchor: string | null;
}

export const NO_ROWS: GridSelection = { keys: new Set(), anchor: null };

/** One row more or less. The row of the cursor was chosen by being there, so it stays with the first that joins it. */
export function toggleRow(selection: GridSelection, key: string, cursor: string | null): GridSelection {
  const keys = new Set(selection.keys);
  if (keys.size === 0 && cursor !== null && cursor !== key) keys.add(cursor);
  if (!keys.delete(key)) keys.add(key);
  return { keys, anchor: key };
}

/** All rows from where the range begins to `key`, in the order of `all`; what was chosen elsewhere is left. */
export function rangeTo(
  selection: GridSelection,
  key: string,
  cursor: string | null,
  all: readonly string[],
): GridSelection {
  const anchor = selection.anchor ?? cursor ?? key;
  const [from, to] = [all.indexOf(anchor), all.indexOf(key)];
  if (to < 0) return selection;
  if (from < 0) return { keys: new Set([key]), anchor: key };
  return { keys: new Set(all.slice(Math.min(from, to), Math.max(from, to) + 1)), anchor };
}
