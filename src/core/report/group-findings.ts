import type { Finding, Severity } from '../audit/report.ts';
import { severities } from './formats.ts';

export interface FindingGroup {
  readonly rule: string;
  /** Of its worst. */
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** By rule, in the order of each rule's worst finding. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group === undefined) groups.set(finding.rule, [finding]);
    else group.push(finding);
  }
  return [...groups].map(([rule, group]) => ({ rule, severity: worstOf(group), findings: group }));
}

function worstOf(findings: readonly Finding[]): Severity {
  const places = findings.map(({ severity }) => severities.indexOf(severity));
  return severities[Math.min(...places)] ?? 'info';
}
