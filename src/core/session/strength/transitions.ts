/** Whether a character depends on the one before it in the same ID: all neighbouring positions together. */
import { chiSquareTail } from './special-functions.ts';
import type { Column } from './symbols.ts';

export interface Transitions {
  readonly p: number;
  /** Bits that a character tells of the next, on average, beyond what the sample's size explains; 0 where the test passed. */
  readonly toldBits: number;
}

const ALPHA = 1e-6;
/** Pairs seen for each pair that is possible, below which the test says nothing. */
const LEAST_PER_CELL = 5;

/** Of neighbouring columns of the same size; null where the sample is too small. */
export function transitionsOf(columns: readonly Column[]): Transitions | null {
  const sizes = new Map<number, number>();
  for (const { size } of columns) sizes.set(size, (sizes.get(size) ?? 0) + 1);
  const size = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const counts = new Float64Array(size * size);
  let total = 0;
  for (let c = 1; c < columns.length; c++) {
    const [before, after] = [columns[c - 1], columns[c]];
    if (before?.size !== size || after?.size !== size || after.position !== before.position + 1) continue;
    for (let i = 0; i < after.symbols.length; i++) {
      const cell = (before.symbols[i] ?? 0) * size + (after.symbols[i] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    total += after.symbols.length;
  }
  return size < 2 || total < LEAST_PER_CELL * size * size ? null : independence(counts, size, total);
}

/** The chi-square test of independence on a square table. */
function independence(counts: Float64Array, size: number, total: number): Transitions {
  const rows = new Float64Array(size);
  const sums = new Float64Array(size);
  counts.forEach((count, cell) => {
    const [row, column] = [Math.floor(cell / size), cell % size];
    rows[row] = (rows[row] ?? 0) + count;
    sums[column] = (sums[column] ?? 0) + count;
  });
  let chiSquare = 0;
  let told = 0;
  counts.forEach((count, cell) => {
    const expected = ((rows[Math.floor(cell / size)] ?? 0) * (sums[cell % size] ?? 0)) / total;
    if (expected === 0) return;
    chiSquare += (count - expected) ** 2 / expected;
    if (count > 0) told += (count / total) * Math.log2(count / expected);
  });
  const degrees = (size - 1) ** 2;
  const p = chiSquareTail(chiSquare, degrees);
  const bySize = degrees / (2 * total * Math.LN2);
  return { p, toldBits: p < ALPHA ? Math.max(0, told - bySize) : 0 };
}
