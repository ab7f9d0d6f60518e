/** Bits of successive IDs that one shift register makes: xorshift, LFSR, the low bits of a power-of-two LCG. */
import type { IdBits } from './id-bits.ts';
import { linearComplexity } from './linear-complexity.ts';

/** Enough to see registers of up to 192 bits. */
const ENOUGH = 480;
const FEWEST = 96;
/** The shortfall has chances of about 2^-2k. */
const SHORTFALL = 24;

export interface Register {
  /** Of the longest register found. */
  readonly complexity: number;
  /** Bits of an ID that registers make. */
  readonly bits: number;
  /** Bits of an ID that change without any. */
  readonly freeBits: number;
}

/** The registers that make changing bits of the IDs, of those too short to be chance; null: none, or too few IDs. */
export function registerOf({ width, rows }: IdBits): Register | null {
  const used = rows.slice(0, ENOUGH);
  if (used.length < FEWEST) return null;
  let complexity = 0;
  let bits = 0;
  let freeBits = 0;
  for (let position = 0; position < width; position++) {
    const column = Uint8Array.from(used, (row) => row[position] ?? 0);
    if (column.every((bit) => bit === column[0])) continue;
    const found = linearComplexity(column);
    if (found > used.length / 2 - SHORTFALL) {
      freeBits++;
      continue;
    }
    complexity = Math.max(complexity, found);
    bits++;
  }
  return bits === 0 ? null : { complexity, bits, freeBits };
}
