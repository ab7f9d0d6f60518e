/** "How safe is the login on this site?" in a number, with each step of how it came about. */
import { type Grade, gradeOf } from './grade.ts';
import type { Confidence, ScoreStep, Severity } from './report.ts';

/** What the score reads of a finding. */
export interface Scored {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** It is about a cookie of a secret role, or puts a login at risk in another way. */
  readonly secret: boolean;
}

/** What the bonuses ask. */
export interface Strengths {
  /** Is there a cookie of a secret role at all? */
  readonly hasSecret: boolean;
  /** All of them have a prefix, HttpOnly and SameSite. */
  readonly allHardened: boolean;
  /** A login (`rotated`, `issued`) and a logout (`cleared`, `dead-after-logout`) were observed and passed. */
  readonly loginAndLogoutPassed: boolean;
}

export interface Score {
  readonly score: number | null;
  readonly grade: Grade;
  readonly explanation: readonly ScoreStep[];
}

const POINTS: Readonly<Record<Severity, number>> = { critical: 50, high: 25, medium: 10, low: 3, info: 0 };
const FACTOR: Readonly<Record<Confidence, number>> = { certain: 1, firm: 0.75, tentative: 0.5 };
const CRITICAL_CAP = 24;
const HIGH_CAP = 64;
const BONUS = 5;
const BONUS_FROM = 90;
const HIGHEST = 110;

/**
 * Starts at 100; each rule takes its worst finding's points and half of its second's; caps; bonuses from 90 on. Without a secret
 * cookie there is nothing to score: null. A worse finding never raises it.
 */
export function scoreOf(findings: readonly Scored[], strengths: Strengths): Score {
  if (!strengths.hasSecret) return { score: null, grade: gradeOf(null), explanation: [] };
  const steps: ScoreStep[] = [{ kind: 'start', points: 100, text: 'Every site starts at 100' }];
  for (const [rule, lost] of pointsByRule(findings)) {
    steps.push({ kind: 'minus', points: -lost, rule, text: `\`${rule}\`` });
  }
  // Points are whole only at the end; halves round up.
  let total = Math.round(steps.reduce((sum, step) => sum + step.points, 0));
  if (total < 0) {
    steps.push({ kind: 'floor', points: -total, text: 'No score is below 0' });
    total = 0;
  }
  const cap = capOf(findings);
  if (cap !== null && total > cap.at) {
    steps.push({ kind: 'cap', points: cap.at - total, rule: cap.rule, text: cap.text });
    total = cap.at;
  }
  const beforeBonus = total;
  for (const [passed, text] of [
    [strengths.allHardened, 'Every session cookie has a name prefix, HttpOnly and SameSite'],
    [strengths.loginAndLogoutPassed, 'Login and logout were observed and passed'],
  ] as const) {
    if (!passed || beforeBonus < BONUS_FROM) continue;
    steps.push({ kind: 'bonus', points: BONUS, text });
    total = Math.min(total + BONUS, HIGHEST);
  }
  return { score: total, grade: gradeOf(total), explanation: steps };
}

/** What each rule takes, the most first. */
function pointsByRule(findings: readonly Scored[]): readonly (readonly [rule: string, points: number])[] {
  const byRule = new Map<string, number[]>();
  for (const { rule, severity, confidence } of findings) {
    const points = POINTS[severity] * FACTOR[confidence];
    if (points === 0) continue;
    const known = byRule.get(rule);
    if (known === undefined) byRule.set(rule, [points]);
    else known.push(points);
  }
  return [...byRule]
    .map(([rule, points]) => {
      const [first = 0, second = 0] = points.sort((a, b) => b - a);
      return [rule, first + second / 2] as const;
    })
    .sort((a, b) => b[1] - a[1]);
}

function capOf(
  findings: readonly Scored[],
): { readonly at: number; readonly rule: string; readonly text: string } | null {
  const sure = findings.filter((finding) => finding.confidence !== 'tentative');
  const critical = sure.find((finding) => finding.severity === 'critical');
  if (critical !== undefined) {
    return {
      at: CRITICAL_CAP,
      rule: critical.rule,
      text: `At most F with a critical finding: \`${critical.rule}\``,
    };
  }
  const high = sure.find((finding) => finding.severity === 'high' && finding.secret);
  if (high === undefined) return null;
  return {
    at: HIGH_CAP,
    rule: high.rule,
    text: `At most C+ with a high finding on a session cookie: \`${high.rule}\``,
  };
}
