/** Which columns of a grid there is room for, and how wide they are. */
export interface ColumnSize {
  readonly id: string;
  /** Pixels below which it cannot be read. */
  readonly min: number;
  /** Share of the room that is left; 0: stays at `min`. */
  readonly grow: number;
  /** Pixels beyond which more room would be empty; absent: none. */
  readonly max?: number;
  /** The higher, the sooner it goes where there is no room. */
  readonly yields: number;
}

export interface FittedColumn {
  readonly id: string;
  readonly width: number;
}

/**
 * Fits columns into `available` pixels. A grid never scrolls sideways: the column that yields first is left out
 * until the rest fits, one always stays. `chosen` are widths that a person dragged; they are kept as long as
 * every column can keep its least width.
 */
export function fitColumns(
  columns: readonly ColumnSize[],
  available: number,
  chosen: Readonly<Record<string, number>> = {},
): readonly FittedColumn[] {
  let kept = [...columns];
  while (kept.length > 1 && total(kept) > available) {
    const goes = kept.reduce((worst, column) => (column.yields >= worst.yields ? column : worst));
    kept = kept.filter((column) => column !== goes);
  }
  const widths = kept.map((column) => Math.max(column.min, chosen[column.id] ?? column.min));
  shrink(widths, kept, available);
  spread(widths, kept, available, chosen);
  return kept.map((column, index) => ({ id: column.id, width: widths[index] ?? column.min }));
}

function total(columns: readonly ColumnSize[]): number {
  return columns.reduce((sum, column) => sum + column.min, 0);
}

/** Takes from the widest what is too much, from the last column backwards. */
function shrink(widths: number[], columns: readonly ColumnSize[], available: number): void {
  let over = widths.reduce((sum, width) => sum + width, 0) - available;
  for (let index = columns.length - 1; index >= 0 && over > 0; index--) {
    const least = columns[index]?.min ?? 0;
    const give = Math.min(over, (widths[index] ?? 0) - least);
    if (give <= 0) continue;
    widths[index] = (widths[index] ?? 0) - give;
    over -= give;
  }
}

/**
 * Gives out what is left, by `grow`, to columns nobody dragged, up to their `max`; what nobody takes goes to the
 * last one that would, else to the last of all.
 */
function spread(
  widths: number[],
  columns: readonly ColumnSize[],
  available: number,
  chosen: Readonly<Record<string, number>>,
): void {
  const takers = columns.map((column, index) => ({ index, grow: column.grow, max: column.max ?? Infinity }));
  let open = takers.filter(({ index, grow }) => grow > 0 && !((columns[index]?.id ?? '') in chosen));
  const last = open.findLast(({ max }) => max === Infinity)?.index ?? open.at(-1)?.index ?? widths.length - 1;
  let left = Math.floor(available - widths.reduce((sum, width) => sum + width, 0));
  // Each round fills at least one column up, or gives out all there is.
  while (left > 0 && open.length > 0) {
    const shares = open.reduce((sum, { grow }) => sum + grow, 0);
    let given = 0;
    for (const { index, grow, max } of open) {
      const width = widths[index] ?? 0;
      const part = Math.min(Math.floor((left * grow) / shares), Math.max(0, max - width));
      widths[index] = width + part;
      given += part;
    }
    left -= given;
    open = open.filter(({ index, max }) => (widths[index] ?? 0) < max);
    if (given === 0) break;
  }
  if (left > 0) widths[last] = (widths[last] ?? 0) + left;
}
