/** What the worker answers to pages that ask for a report. */
import type { Report } from '../../core/audit/report.ts';
import { RULE_TEXTS_FILE, type RuleTexts, withRuleTexts } from '../../core/audit/rule-texts.ts';
import { ownFile } from '../../platform/own-file.ts';

let texts: Promise<RuleTexts> | undefined;

/** With the rules' fixes and references, which are not part of the worker's code. */
export async function fullReport(report: Report | null): Promise<Report | null> {
  if (report === null) return null;
  texts ??= ownFile(RULE_TEXTS_FILE) as Promise<RuleTexts>;
  try {
    return withRuleTexts(report, await texts);
  } catch {
    texts = undefined;
    return report;
  }
}
