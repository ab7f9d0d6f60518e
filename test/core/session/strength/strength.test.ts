import { describe, expect, it } from 'vitest';
import { strengthOf } from '../../../../src/core/session/strength/strength.ts';
import * as make from './generators.ts';

describe('strengthOf', () => {
  it('has the entropy of every position that changes', () => {
    const { report, positions } = strengthOf(make.truncated(500));
    expect(report.sampleSize).toBe(500);
    expect(positions.map(({ position }) => position)).toEqual(Array.from({ length: 10 }, (_, i) => 22 + i));
    for (const { entropy, characters } of positions) {
      expect(characters).toBe(16);
      expect(entropy).toBeGreaterThan(3.9);
      expect(entropy).toBeLessThanOrEqual(4);
    }
  });

  it('draws nothing of values that are not judged', () => {
    expect(strengthOf(['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl']).positions).toEqual([]);
    expect(strengthOf([]).positions).toEqual([]);
  });
});
