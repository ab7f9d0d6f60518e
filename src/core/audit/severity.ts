import type { SeverityByRole } from '../rules/define-rule.ts';
import { isSecretRole } from '../session/roles.ts';
import type { Confidence, Severity } from './report.ts';
import type { SubjectCookie } from './subject.ts';

export const SEVERITIES = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
] as const satisfies readonly Severity[];
export const CONFIDENCES = ['certain', 'firm', 'tentative'] as const satisfies readonly Confidence[];

/**
 * How bad a flaw of this cookie is. Of an embedded site's cookies the secret ones count as the rest does, and the rest is
 * only told: the page's owner cannot mend them, and its login does not hang on them.
 */
export function severityFor(severity: SeverityByRole, cookie: SubjectCookie | undefined): Severity | null {
  if (cookie === undefined) return severity.secret ?? severity.rest;
  if (cookie.secret) return severity.secret;
  if (cookie.party === 'first') return severity.rest;
  const isSecretElsewhere = isSecretRole(cookie.role);
  if (severity.rest === null || isSecretElsewhere) return severity.rest;
  return 'info';
}

/**
 * A finding is no surer than that its cookie is a session at all, where that makes it worse. Names and values of real session
 * cookies come to 0.8 and more; below, looks alone speak.
 */
export function confidenceFor(confidence: Confidence, cookie: SubjectCookie | undefined): Confidence {
  if (!cookie?.secret || cookie.likelihood >= FIRM_BELOW) return confidence;
  const limit: Confidence = cookie.likelihood >= TENTATIVE_BELOW ? 'firm' : 'tentative';
  return CONFIDENCES.indexOf(confidence) > CONFIDENCES.indexOf(limit) ? confidence : limit;
}

const FIRM_BELOW = 0.75;
const TENTATIVE_BELOW = 0.6;

interface Ranked {
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly secret: boolean;
}

/** Worst first, then surest first, then what concerns a login before the rest. */
export function bySeverity(a: Ranked, b: Ranked): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) ||
    Number(b.secret) - Number(a.secret)
  );
}
