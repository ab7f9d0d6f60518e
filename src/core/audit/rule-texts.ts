/** The rules' prose, which the extension keeps in a file beside its code (`scripts/lean-rules.ts`). */
import type { Rule } from '../rules/define-rule.ts';
import type { Finding, Report, SiteReport } from './report.ts';

export type RuleText = Pick<
  Rule,
  'title' | 'why' | 'fix' | 'references' | 'severity' | 'confidence' | 'cwe' | 'needs'
>;

/** By the rule's id, the worst first. */
export type RuleTexts = Readonly<Record<string, RuleText>>;

/** In the extension's folder. */
export const RULE_TEXTS_FILE = 'rule-texts.json';

export function ruleTexts(rules: readonly Rule[]): RuleTexts {
  return Object.fromEntries(rules.map(({ id, check, examples, ...text }) => [id, text]));
}

/** The report with its rules' fixes and references, where the audit was made without them. */
export function withRuleTexts(report: Report, texts: RuleTexts): Report {
  const complete = (finding: Finding): Finding => {
    const text = texts[finding.rule];
    return {
      ...finding,
      fix: finding.fix || (text?.fix ?? ''),
      references: finding.references.length > 0 ? finding.references : (text?.references ?? []),
    };
  };
  const completeSite = (site: SiteReport): SiteReport => ({
    ...site,
    findings: site.findings.map(complete),
    ...(site.muted === undefined ? {} : { muted: site.muted.map(complete) }),
  });
  return { ...report, sites: report.sites.map(completeSite) };
}
