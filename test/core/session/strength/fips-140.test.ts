import { describe, expect, it } from 'vitest';
import { fips140 } from '../../../../src/core/session/strength/fips-140.ts';
import { stream } from './generators.ts';
import { vectors } from './vectors.ts';

interface Bounds {
  readonly bits: number;
  readonly monobit: { readonly onesMin: number; readonly onesMax: number };
}

const file = vectors<{ readonly fips140_2: Bounds }>('entropy-sp800-22-fips.json');
const sound = bitsOf(stream('fips')(2500));

function bitsOf(octets: Uint8Array): Uint8Array {
  return Uint8Array.from(
    [...octets].flatMap((octet) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => (octet >> bit) & 1)),
  );
}

function failed(bits: Uint8Array): readonly string[] {
  return fips140(bits).flatMap(({ test, passed }) => (passed === false ? [test] : []));
}

/** Ones first, so only the count of ones is of interest. */
function withOnes(ones: number): Uint8Array {
  return Uint8Array.from({ length: 20_000 }, (_, i) => (i < ones ? 1 : 0));
}

describe('fips140', () => {
  it('passes a sound source', () => {
    expect(failed(sound)).toEqual([]);
  });

  it.each([
    [
      'bits that alternate',
      Uint8Array.from({ length: 20_000 }, (_, i) => i & 1),
      ['fips-poker', 'fips-runs'],
    ],
    ['all zeros', new Uint8Array(20_000), ['fips-monobit', 'fips-poker', 'fips-runs', 'fips-long-run']],
    ['a run of 26', Uint8Array.from(sound, (bit, i) => (i >= 500 && i < 526 ? 1 : bit)), ['fips-long-run']],
    [
      'nibbles in turn',
      Uint8Array.from({ length: 20_000 }, (_, i) => ((i >> 2) >> (3 - (i & 3))) & 1),
      ['fips-poker'],
    ],
  ])('fails %s', (_, bits, tests) => {
    expect(failed(bits)).toEqual(expect.arrayContaining(tests));
  });

  it('says what it needs where there are fewer than 20,000 bits', () => {
    const findings = fips140(sound.subarray(1));
    expect(findings).toHaveLength(4);
    expect(
      findings.every(
        ({ passed, figure, note }) => passed === null && figure === null && note.includes('20,000'),
      ),
    ).toBe(true);
  });

  it.skipIf(file === null)('has the bounds of the standard', () => {
    const { onesMin, onesMax } = file?.fips140_2.monobit ?? { onesMin: 0, onesMax: 0 };
    expect(
      [onesMin - 1, onesMin, onesMax, onesMax + 1].map((ones) => fips140(withOnes(ones))[0]?.passed),
    ).toEqual([false, true, true, false]);
  });
});
