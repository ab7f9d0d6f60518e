import { describe, expect, it } from 'vitest';
import { collision, markov, mostCommonValue } from '../../../../src/core/session/strength/sp800-90b.ts';
import { vectors } from './vectors.ts';

interface DataSet {
  readonly id: string;
  readonly base64?: string;
  readonly expect: Readonly<Record<string, number>>;
}

const file = vectors<{ readonly datasets: readonly DataSet[] }>('entropy-sp800-90b.json');
const sets = (file?.datasets ?? []).filter(({ base64 }) => base64 !== undefined);

const estimates = [
  ['Most Common Value', mostCommonValue],
  ['Collision', collision],
  ['Markov', markov],
] as const;

/** Every symbol as its bits, the highest first, as the reference tool does. */
function bitsOf(symbols: Uint8Array, width: number): Uint8Array {
  return Uint8Array.from(
    [...symbols].flatMap((symbol) =>
      Array.from({ length: width }, (_, i) => (symbol >> (width - 1 - i)) & 1),
    ),
  );
}

describe.skipIf(file === null)('reference values of the SP 800-90B tool', () => {
  it('has embedded sets to check', () => {
    expect(sets).toHaveLength(3);
  });
  const cases = sets.flatMap((set) =>
    estimates.flatMap(([name, estimate]) =>
      (['Literal', 'Bitstring'] as const)
        .map((form) => ({
          set,
          estimate,
          form,
          label: `${set.id}: ${form} ${name}`,
          expected: set.expect[`${form} ${name}`],
        }))
        .filter(({ expected }) => expected !== undefined),
    ),
  );
  it.each(cases)('$label', ({ set, estimate, form, expected }) => {
    const symbols = Uint8Array.from(Buffer.from(set.base64 ?? '', 'base64'));
    const data = form === 'Literal' ? symbols : bitsOf(symbols, set.expect.bitsPerSymbol ?? 1);
    expect(estimate(data)).toBeCloseTo(expected ?? Number.NaN, 9);
  });
});
