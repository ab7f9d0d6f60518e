/** How many bits of an ID are free of each other: fixed bits, doubled parts, checksums and linear expansions of a small seed lower the rank. */
import { BitMatrix } from './bit-matrix.ts';
import type { IdBits } from './id-bits.ts';

/** Full rank is missed by chance less than once in 2^40 with so many rows more than bits. */
const SPARE = 40;

/** The rank over GF(2) of the IDs' differences from the first; null where there are too few IDs. */
export function linearRank({ width, rows }: IdBits): number | null {
  const first = rows[0];
  if (first === undefined || rows.length < width + 1 + SPARE) return null;
  const matrix = new BitMatrix(width);
  for (const row of rows.slice(1, width + 1 + SPARE)) matrix.add(difference(row, first));
  return matrix.rank;
}

function difference(row: Uint8Array, first: Uint8Array): Int32Array {
  const words = new Int32Array((row.length + 31) >> 5);
  for (let i = 0; i < row.length; i++) {
    if (row[i] !== first[i]) words[i >> 5] = (words[i >> 5] ?? 0) | (1 << (i & 31));
  }
  return words;
}
