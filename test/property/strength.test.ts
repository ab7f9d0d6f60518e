import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphabetOf } from '../../src/core/session/strength/alphabet.ts';
import { analyseTokens } from '../../src/core/session/strength/analyse-tokens.ts';
import { positionsOf } from '../../src/core/session/strength/positions.ts';
import { structureOf } from '../../src/core/session/strength/structure.ts';
import { upperBoundBits } from '../../src/core/session/strength/upper-bound.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((codes) => String.fromCharCode(...codes)),
  fc.uuid(),
  fc.stringMatching(/^[0-9a-f]{0,64}$/),
  fc.stringMatching(/^[\w-]{0,40}={0,2}$/),
  fc.stringMatching(/^(s:|v4\.local\.|Fe26\.2\*|eyJ|gAAAAA|CfDJ8)?[\w.:;%!*-]{0,60}$/),
  fc.integer().map(String),
  fc.constantFrom('', '0', '%', '"', '""', '=', '==', '.', '..', '--', '\ud800', '-'.repeat(36)),
);
const sample = fc.array(anyText, { maxLength: 40 });
const hexIds = (most: number) =>
  fc.array(fc.stringMatching(/^[0-9a-f]{16}$/), { minLength: 1, maxLength: most });

/** Findings that look at the order of the IDs. */
const ORDERED =
  /^(sequence|number-generator|xorshift128\+|shift-register|linear-rank|position-steps|serial-correlation|fips-|sp800-|mark-)/;

describe('strength of anything at all', () => {
  it('never throws, and keeps its figures within bounds', () => {
    fc.assert(
      fc.property(sample, (values) => {
        const report = analyseTokens(values);
        expect(report.sampleSize).toBe(values.length);
        expect(report.upperBoundBits).toBeGreaterThanOrEqual(0);
        expect(report.upperBoundBits).toBeLessThanOrEqual(16 * report.length.max + 0.1);
        expect(Number.isFinite(report.upperBoundBits)).toBe(true);
        if (report.effectiveBits !== null) {
          expect(report.effectiveBits).toBeGreaterThanOrEqual(0);
          expect(report.effectiveBits).toBeLessThanOrEqual(report.upperBoundBits);
        }
        for (const { figure } of report.findings)
          expect(figure === null || Number.isFinite(figure)).toBe(true);
        values.forEach((value) => {
          structureOf(value, { strings: [value], around: value.length });
        });
        positionsOf(values);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('never says "random", and never shows a piece of an ID', () => {
    fc.assert(
      fc.property(fc.oneof(sample, hexIds(20)), (values) => {
        const notes = analyseTokens(values)
          .findings.map(({ test, note }) => `${test} ${note}`)
          .join('\n');
        expect(notes).not.toMatch(/random/i);
        for (const value of values) if (value.length >= 12) expect(notes).not.toContain(value);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('bounds what is added by the longest ID and the alphabet of all', () => {
    fc.assert(
      fc.property(hexIds(30), hexIds(30), (some, more) => {
        const all = [...some, ...more];
        const most = 16 * Math.log2(Math.max(alphabetOf(all).size, 1));
        expect(upperBoundBits(all)).toBeLessThanOrEqual(most + 1e-9);
        // An ID that came before adds no character anywhere.
        expect(upperBoundBits([...some, some[0] ?? ''])).toBeLessThanOrEqual(upperBoundBits(some) + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it('changes only what depends on the order when the order changes', () => {
    fc.assert(
      fc.property(hexIds(60), fc.integer({ min: 1, max: 59 }), (values, turn) => {
        const turned = [...values.slice(turn), ...values.slice(0, turn)].reverse();
        const [before, after] = [analyseTokens(values), analyseTokens(turned)];
        const unordered = ({ findings }: typeof before) => findings.filter(({ test }) => !ORDERED.test(test));
        expect(unordered(after)).toEqual(unordered(before));
        expect({ ...after, findings: [], effectiveBits: null }).toEqual({
          ...before,
          findings: [],
          effectiveBits: null,
        });
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
