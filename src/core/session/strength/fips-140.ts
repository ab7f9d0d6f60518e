/** The four tests of FIPS 140-2 (section 4.9.1, change notice 1) on 20,000 bits. A sound source fails each once in ten thousand. */
import type { TokenFinding } from './token-report.ts';

export const FIPS_BITS = 20_000;

/** Runs of 1, 2, 3, 4, 5 and 6 or more equal bits. */
const RUN_BOUNDS = [
  [2315, 2685],
  [1114, 1386],
  [527, 723],
  [240, 384],
  [103, 209],
  [103, 209],
] as const;
const LONGEST_RUN = 25;

/** @param bits 0 and 1, one an element; the first 20,000 are taken. */
export function fips140(bits: Uint8Array): readonly TokenFinding[] {
  if (bits.length < FIPS_BITS) {
    const note = `needs 20,000 bits, the sample holds ${bits.length}`;
    return ['fips-monobit', 'fips-poker', 'fips-runs', 'fips-long-run'].map((test) => ({
      test,
      passed: null,
      figure: null,
      note,
    }));
  }
  const stream = bits.subarray(0, FIPS_BITS);
  return [monobit(stream), poker(stream), ...runTests(stream)];
}

function monobit(bits: Uint8Array): TokenFinding {
  const ones = bits.reduce((sum, bit) => sum + bit, 0);
  const passed = ones > 9725 && ones < 10_275;
  return { test: 'fips-monobit', passed, figure: ones, note: 'ones in 20,000 bits; 9,726 to 10,274 pass' };
}

function poker(bits: Uint8Array): TokenFinding {
  const counts = new Array<number>(16).fill(0);
  for (let i = 0; i < bits.length; i += 4) {
    const nibble = at(bits, i) * 8 + at(bits, i + 1) * 4 + at(bits, i + 2) * 2 + at(bits, i + 3);
    counts[nibble] = (counts[nibble] ?? 0) + 1;
  }
  const squares = counts.reduce((sum, count) => sum + count * count, 0);
  const figure = (16 / 5000) * squares - 5000;
  const passed = figure > 2.16 && figure < 46.17;
  return {
    test: 'fips-poker',
    passed,
    figure,
    note: 'how evenly groups of 4 bits are spread; 2.16 to 46.17 pass',
  };
}

function runTests(bits: Uint8Array): readonly TokenFinding[] {
  const { runs, longest } = countRuns(bits);
  const outside = runs.flatMap((counts) =>
    counts.filter((count, index) => {
      const [least, most] = RUN_BOUNDS[index] ?? [0, 0];
      return count < least || count > most;
    }),
  ).length;
  return [
    {
      test: 'fips-runs',
      passed: outside === 0,
      figure: outside,
      note: 'counts of runs of 1 to 6 equal bits that lie outside their bounds, of 12',
    },
    {
      test: 'fips-long-run',
      passed: longest <= LONGEST_RUN,
      figure: longest,
      note: 'longest run of equal bits; 26 or more fails',
    },
  ];
}

function countRuns(bits: Uint8Array): { runs: readonly (readonly number[])[]; longest: number } {
  const runs = [new Array<number>(6).fill(0), new Array<number>(6).fill(0)];
  let longest = 0;
  for (let i = 0; i < bits.length; ) {
    let length = 1;
    while (i + length < bits.length && bits[i + length] === bits[i]) length++;
    const counts = runs[at(bits, i)] ?? [];
    const index = Math.min(length, 6) - 1;
    counts[index] = (counts[index] ?? 0) + 1;
    longest = Math.max(longest, length);
    i += length;
  }
  return { runs, longest };
}

function at(bits: Uint8Array, index: number): number {
  return bits[index] ?? 0;
}
