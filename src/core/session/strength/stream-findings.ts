/** The tests that look at the bits of all IDs as one stream. */
import { FIPS_BITS, fips140 } from './fips-140.ts';
import { isWithinBounds, serialCorrelation } from './serial-correlation.ts';
import * as sp800 from './sp800-22.ts';
import { collision, markov, mostCommonValue } from './sp800-90b.ts';
import { spectral } from './spectral.ts';
import type { TokenFinding } from './token-report.ts';

const FEWEST_BITS = 1024;
/** One false alarm in a hundred thousand tests. */
const ALPHA = 1e-5;
const FEWEST_FOR_ESTIMATE = 20_000;

export function streamFindings(bits: Uint8Array): readonly TokenFinding[] {
  const others = [...pValues(bits), ...estimates(bits)];
  const serial = correlation(bits);
  const isSuspect = [serial, ...others].some(({ passed }) => passed === false);
  return [serial, ...fips(bits, isSuspect), ...others];
}

/**
 * A sound source fails each test of FIPS 140-2 once in 10,000: with a second block of 20,000 bits both have to fail, and
 * with a single one another test of the stream, or nothing is decided.
 */
function fips(bits: Uint8Array, isSuspect: boolean): readonly TokenFinding[] {
  const second = fips140(bits.subarray(FIPS_BITS));
  return fips140(bits).map((first, index) => {
    if (first.passed !== false || isSuspect) return first;
    const again = second[index]?.passed ?? null;
    if (again === false) return first;
    const note =
      again === true
        ? 'failed on the first 20,000 bits, passed on the next: chance'
        : 'failed, as a sound source does once in 10,000, and no other test of the bits with it: needs 40,000 bits to tell';
    return { ...first, passed: again, note: `${first.note}; ${note}` };
  });
}

function correlation(bits: Uint8Array): TokenFinding {
  const octets = Uint8Array.from({ length: bits.length >> 3 }, (_, i) =>
    bits.subarray(i * 8, i * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0),
  );
  const figure = octets.length < FEWEST_BITS / 8 ? null : serialCorrelation(octets);
  return {
    test: 'serial-correlation',
    passed: figure === null ? null : isWithinBounds(figure, octets.length),
    figure,
    note:
      figure === null ? tooShort(bits) : 'how much an octet tells of the next; near 0 where it tells nothing',
  };
}

function pValues(bits: Uint8Array): readonly TokenFinding[] {
  const powerOfTwo = 2 ** Math.min(14, Math.floor(Math.log2(Math.max(bits.length, 1))));
  const tests: readonly (readonly [string, string, () => number | null])[] = [
    ['frequency', 'as many ones as zeros', () => sp800.frequency(bits)],
    ['block-frequency', 'as many ones as zeros in every 128 bits', () => sp800.blockFrequency(bits, 128)],
    ['runs', 'as many changes between ones and zeros as there should be', () => sp800.runs(bits)],
    ['longest-run', 'no long runs of ones', () => sp800.longestRun(bits)],
    ['spectral', 'no period stands out', () => spectral(bits.subarray(0, powerOfTwo))],
    [
      'serial',
      'groups of 5 bits are equally frequent',
      () => Math.min(1, 2 * Math.min(...sp800.serial(bits, 5))),
    ],
    ['approximate-entropy', '5 bits tell nothing of the next', () => sp800.approximateEntropy(bits, 5)],
    [
      'cumulative-sums',
      'ones and zeros keep even all along',
      () =>
        Math.min(
          1,
          2 * Math.min(sp800.cumulativeSums(bits, 'forward'), sp800.cumulativeSums(bits, 'reverse')),
        ),
    ],
  ];
  return tests.map(([name, meaning, run]) => {
    const p = bits.length < FEWEST_BITS ? null : run();
    const note =
      p === null ? tooShort(bits) : `${meaning}; a sound source looks as bad with this probability`;
    return { test: `sp800-22-${name}`, passed: p === null ? null : p >= ALPHA, figure: p, note };
  });
}

/** Floors below which a sound source does not fall with 20,000 bits or more. */
function estimates(bits: Uint8Array): readonly TokenFinding[] {
  const all = [
    ['most-common-value', mostCommonValue, 0.9],
    ['collision', collision, 0.55],
    ['markov', markov, 0.9],
  ] as const;
  return all.map(([name, estimate, floor]) => {
    const figure = bits.length < FEWEST_BITS ? null : estimate(bits);
    const isJudged = figure !== null && bits.length >= FEWEST_FOR_ESTIMATE;
    return {
      test: `sp800-90b-${name}`,
      passed: isJudged ? figure >= floor : null,
      figure,
      note:
        figure === null
          ? tooShort(bits)
          : 'bits of min-entropy for each bit of the IDs; errs to the low side by design',
    };
  });
}

function tooShort(bits: Uint8Array): string {
  return `needs ${FEWEST_BITS} bits, the sample holds ${bits.length}`;
}
