/** The rules' prose, which the extension keeps in a file beside its code (`scripts/lean-rules.ts`). */

import type { Rule } from '../rules/define-rule.ts';
import type { Finding, Report } from './report.ts';

export type RuleTexts = Readonly<
  Record<string, Pick<Rule, 'title' | 'why' | 'fix' | 'references'> | undefined>
>;

/** In the extension's folder. */
export const RULE_TEXTS_FILE = 'rule-texts.json';

/** The report with its rules' fixes and references, where the audit was made without them. */
export function withRuleTexts(report: Report, texts: RuleTexts): Report {
  const complete = (finding: Finding): Finding => {
    const { fix = '', references = [] } = texts[finding.rule] ?? {};
    return {
      ...finding,
      fix: finding.fix || fix,
      references: finding.references.length > 0 ? finding.references : references,
    };
  };
  return {
    ...report,
    sites: report.sites.map((site) => ({ ...site, findings: site.findings.map(complete) })),
  };
}
