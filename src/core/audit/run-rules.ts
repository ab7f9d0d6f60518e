import type { Flaw, Rule } from '../rules/define-rule.ts';
import type { FailedRule, Finding } from './report.ts';
import type { Scored } from './score.ts';
import { bySeverity, confidenceFor, severityFor } from './severity.ts';
import type { Subject } from './subject.ts';

/** A finding, and what the score asks of it beyond what the report says. */
export interface JudgedFinding extends Scored {
  readonly finding: Finding;
}

export interface RuleResults {
  /** Worst first. */
  readonly findings: readonly JudgedFinding[];
  /** Rules that threw: a bug of ours must not hide what the others found. */
  readonly failed: readonly FailedRule[];
  readonly ran: ReadonlySet<string>;
}

export function runRules(subject: Subject, rules: readonly Rule[]): RuleResults {
  const findings: JudgedFinding[] = [];
  const failed: FailedRule[] = [];
  const ran = new Set<string>();
  for (const rule of rules) {
    try {
      const found = [...rule.check(subject)].flatMap((flaw) => judge(rule, flaw, subject));
      findings.push(...found);
      ran.add(rule.id);
    } catch (error) {
      // The kind of error only: its message may quote a value.
      failed.push({ rule: rule.id, error: error instanceof Error ? error.name : 'Error' });
    }
  }
  return { findings: findings.sort(bySeverity), failed, ran };
}

function judge(rule: Rule, flaw: Flaw, subject: Subject): readonly JudgedFinding[] {
  const severity = flaw.severity ?? severityFor(rule.severity, flaw.cookie);
  if (severity === null) return [];
  const confidence = confidenceFor(flaw.confidence ?? rule.confidence, flaw.cookie);
  const ref = flaw.ref ?? flaw.cookie?.ref;
  const url = flaw.url === undefined ? undefined : subject.show.url(flaw.url);
  return [
    {
      rule: rule.id,
      severity,
      confidence,
      secret: flaw.secret ?? flaw.cookie?.secret ?? false,
      finding: {
        rule: rule.id,
        severity,
        confidence,
        message: flaw.message,
        ...(ref === undefined ? {} : { cookie: subject.show.ref(ref) }),
        ...(url === undefined ? {} : { url }),
        evidence: flaw.evidence,
        fix: flaw.fix ?? rule.fix,
        references: rule.references,
        cwe: rule.cwe,
      },
    },
  ];
}
