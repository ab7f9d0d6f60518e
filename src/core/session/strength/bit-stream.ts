/** The bits of all IDs one after another: what the tests of FIPS 140-2 and SP 800-22 are run on. */
import type { Column } from './symbols.ts';

/** More bits would make the tests see differences that matter to nobody. */
const MOST_BITS = 1_000_000;

/**
 * Of each ID the positions that change. A symbol of an alphabet whose size is a power of two gives all its bits; of another
 * size, such as 62, Elias's method takes 5 bits of the first 32 symbols, 4 of the next 16 and so on, so that even symbols
 * give even bits.
 */
export function bitStreamOf(columns: readonly Column[]): Uint8Array {
  const count = columns[0]?.symbols.length ?? 0;
  const perId = columns.reduce((sum, { size }) => sum + Math.floor(Math.log2(size)), 0);
  const bits = new Uint8Array(Math.min(count * perId, MOST_BITS));
  const tables = columns.map(({ size }) => tableOf(size));
  let length = 0;
  for (let i = 0; i < count && length < bits.length; i++) {
    for (let c = 0; c < columns.length; c++) {
      const code = tables[c]?.[columns[c]?.symbols[i] ?? 0] ?? [];
      for (const bit of code) if (length < bits.length) bits[length++] = bit;
    }
  }
  return bits.subarray(0, length);
}

const tables = new Map<number, readonly (readonly number[])[]>();

/** For each symbol below `size` the bits that it gives. */
function tableOf(size: number): readonly (readonly number[])[] {
  const known = tables.get(size);
  if (known !== undefined) return known;
  const table: (readonly number[])[] = [];
  for (let start = 0; start < size; ) {
    const width = Math.floor(Math.log2(size - start));
    for (let value = 0; value < 2 ** width; value++) {
      table.push(Array.from({ length: width }, (_, i) => (value >> (width - 1 - i)) & 1));
    }
    start += 2 ** width;
  }
  if (tables.size < 64) tables.set(size, table);
  return table;
}
