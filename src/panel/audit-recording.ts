/** The panel's own audit: the same core on the same facts as the worker's. Loaded when a view first asks for it. */
import { type AuditOptions, auditSubjects } from '../core/audit/audit.ts';
import { buildSubjects } from '../core/audit/build-subject.ts';
import type { Report } from '../core/audit/report.ts';
import { RULE_TEXTS_FILE, type RuleTexts, withRuleTexts } from '../core/audit/rule-texts.ts';
import type { Subject } from '../core/audit/subject.ts';
import type { Recording } from '../core/recording/recording.ts';
import { ownFile } from '../platform/own-file.ts';

export interface Audited {
  readonly report: Report;
  /** What the report is made of, site by site in the report's order; of the moment of the audit. */
  readonly subjects: readonly Subject[];
  /** Of all rules. */
  readonly texts: RuleTexts;
}

/**
 * In two parts, so that a page with thousands of cookies gets its turn between them: what is to be judged is put together at
 * once, and judged when the answer is called.
 */
export type Audit = (recording: Recording, options: Omit<AuditOptions, 'source'>) => () => Audited;

export async function loadAudit(): Promise<Audit> {
  const texts = (await ownFile(RULE_TEXTS_FILE).catch(() => ({}))) as RuleTexts;
  return (recording, options) => {
    const subjects = buildSubjects(recording, options.saidOf);
    return () => {
      const report = auditSubjects(subjects, { ...options, source: 'browser' });
      return { report: withRuleTexts(report, texts), subjects, texts };
    };
  };
}
