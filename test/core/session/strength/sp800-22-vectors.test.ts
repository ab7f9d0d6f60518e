import { describe, expect, it } from 'vitest';
import * as tests from '../../../../src/core/session/strength/sp800-22.ts';
import { spectral } from '../../../../src/core/session/strength/spectral.ts';
import { vectors } from './vectors.ts';

interface Case {
  readonly id: string;
  readonly test: string;
  readonly bits: string;
  readonly M?: number;
  readonly m?: number;
  readonly mode?: 'forward' | 'reverse';
  readonly expectP: number | readonly number[];
}

const file = vectors<{ readonly cases: readonly Case[] }>('entropy-sp800-22-fips.json');

function pValue({
  test,
  bits: text,
  M = 0,
  m = 0,
  mode = 'forward',
}: Case): number | readonly number[] | null {
  const bits = Uint8Array.from(text, Number);
  switch (test) {
    case 'frequency':
      return tests.frequency(bits);
    case 'blockFrequency':
      return tests.blockFrequency(bits, M);
    case 'runs':
      return tests.runs(bits);
    case 'longestRun':
      return tests.longestRun(bits);
    case 'spectral':
      return spectral(bits);
    case 'serial':
      return tests.serial(bits, m);
    case 'approximateEntropy':
      return tests.approximateEntropy(bits, m);
    case 'cusum':
      return tests.cumulativeSums(bits, mode);
    default:
      throw new Error(`no test for ${test}`);
  }
}

describe.skipIf(file === null)('worked examples of SP 800-22', () => {
  it.each(file?.cases ?? [])('$id', (example) => {
    const found = [pValue(example)].flat();
    const expected = [example.expectP].flat();
    expect(found).toHaveLength(expected.length);
    expected.forEach((p, index) => {
      expect(Math.abs((found[index] ?? Number.NaN) - p)).toBeLessThanOrEqual(1e-6);
    });
  });
});
