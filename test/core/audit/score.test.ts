import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeOf } from '../../../src/core/audit/grade.ts';
import type { Confidence, Severity } from '../../../src/core/audit/report.ts';
import { type Scored, type Strengths, scoreOf } from '../../../src/core/audit/score.ts';

const plain: Strengths = { hasSecret: true, allHardened: false, loginAndLogoutPassed: false };

function finding(
  rule: string,
  severity: Severity,
  confidence: Confidence = 'certain',
  secret = false,
): Scored {
  return { rule, severity, confidence, secret };
}

describe('the score', () => {
  it.each<[string, Scored[], number]>([
    ['nothing found', [], 100],
    ['one medium', [finding('a', 'medium')], 90],
    ['a second of the same rule counts half', [finding('a', 'medium'), finding('a', 'medium')], 85],
    ['a third counts nothing', [finding('a', 'medium'), finding('a', 'medium'), finding('a', 'medium')], 85],
    ['the worst counts whole, whatever the order', [finding('a', 'low'), finding('a', 'medium')], 89],
    ['two rules add up', [finding('a', 'medium'), finding('b', 'low')], 87],
    ['firm counts three quarters', [finding('a', 'medium', 'firm')], 93],
    ['tentative counts half', [finding('a', 'low', 'tentative')], 99],
    ['info counts nothing', [finding('a', 'info'), finding('b', 'info')], 100],
    ['a high on another cookie is not capped', [finding('a', 'high')], 75],
    ['a high on a session cookie is capped', [finding('a', 'high', 'certain', true)], 64],
    ['a firm one too', [finding('a', 'high', 'firm', true)], 64],
    ['a tentative one is not', [finding('a', 'high', 'tentative', true)], 88],
    ['a critical is capped', [finding('a', 'critical')], 24],
    ['never below 0', ['a', 'b', 'c'].map((rule) => finding(rule, 'critical')), 0],
  ])('%s', (_, findings, expected) => {
    const { score, explanation } = scoreOf(findings, plain);
    expect(score).toBe(expected);
    expect(Math.round(explanation.reduce((sum, step) => sum + step.points, 0))).toBe(expected);
  });

  it.each([
    [{ ...plain, allHardened: true }, 105],
    [{ ...plain, loginAndLogoutPassed: true }, 105],
    [{ hasSecret: true, allHardened: true, loginAndLogoutPassed: true }, 110],
  ])('adds a bonus for %j', (strengths, expected) => {
    expect(scoreOf([], strengths).score).toBe(expected);
  });

  it('gives no bonus below 90, and both bonuses from 90 on', () => {
    const both = { hasSecret: true, allHardened: true, loginAndLogoutPassed: true };
    expect(scoreOf([finding('a', 'medium'), finding('b', 'low')], both).score).toBe(87);
    expect(scoreOf([finding('a', 'medium')], both).score).toBe(100);
  });

  it('is null without a secret cookie, whatever else was found', () => {
    const result = scoreOf([finding('a', 'critical')], { ...plain, hasSecret: false, allHardened: true });
    expect(result).toEqual({ score: null, grade: '–', explanation: [] });
  });

  it('names the rule behind the cap', () => {
    const { explanation } = scoreOf([finding('missing-http-only', 'high', 'certain', true)], plain);
    expect(explanation.at(-1)).toMatchObject({ kind: 'cap', points: -11, rule: 'missing-http-only' });
  });
});

describe('grades', () => {
  it.each([
    [110, 'A+'],
    [100, 'A+'],
    [99, 'A'],
    [90, 'A'],
    [85, 'A-'],
    [80, 'B+'],
    [70, 'B'],
    [65, 'B-'],
    [64, 'C+'],
    [60, 'C+'],
    [50, 'C'],
    [45, 'C-'],
    [40, 'D+'],
    [30, 'D'],
    [25, 'D-'],
    [24, 'F'],
    [0, 'F'],
    [null, '–'],
  ])('%s is %s', (score, grade) => {
    expect(gradeOf(score)).toBe(grade);
  });
});

describe('a worse finding never raises the score', () => {
  const severities: Severity[] = ['info', 'low', 'medium', 'high', 'critical'];
  const confidences: Confidence[] = ['tentative', 'firm', 'certain'];
  const scored = fc.record({
    rule: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    severity: fc.constantFrom(...severities),
    confidence: fc.constantFrom(...confidences),
    secret: fc.boolean(),
  });
  const strengths = fc.record({
    hasSecret: fc.constant(true),
    allHardened: fc.boolean(),
    loginAndLogoutPassed: fc.boolean(),
  });
  const scoreFor = (findings: readonly Scored[], given: Strengths) => scoreOf(findings, given).score ?? -1;
  const next = <T>(list: readonly T[], item: T): T => list[list.indexOf(item) + 1] ?? item;

  it('one more finding', () => {
    fc.assert(
      fc.property(fc.array(scored, { maxLength: 12 }), scored, strengths, (findings, more, given) => {
        expect(scoreFor([...findings, more], given)).toBeLessThanOrEqual(scoreFor(findings, given));
      }),
    );
  });

  it('a finding that is more severe, surer, or about a session', () => {
    fc.assert(
      fc.property(
        fc.array(scored, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.constantFrom('severity', 'confidence', 'secret'),
        strengths,
        (findings, place, how, given) => {
          const worse = findings.map((each, index) => {
            if (index !== place % findings.length) return each;
            if (how === 'severity') return { ...each, severity: next(severities, each.severity) };
            if (how === 'confidence') return { ...each, confidence: next(confidences, each.confidence) };
            return { ...each, secret: true };
          });
          expect(scoreFor(worse, given)).toBeLessThanOrEqual(scoreFor(findings, given));
        },
      ),
    );
  });

  it('stays within 0 and 110', () => {
    fc.assert(
      fc.property(fc.array(scored, { maxLength: 30 }), strengths, (findings, given) => {
        expect(scoreFor(findings, given)).toBeGreaterThanOrEqual(0);
        expect(scoreFor(findings, given)).toBeLessThanOrEqual(110);
      }),
    );
  });
});
