import type { Severity } from '../audit/report.ts';
import type { RuleTexts } from '../audit/rule-texts.ts';

export const reportFormats = ['text', 'json', 'markdown', 'html', 'sarif', 'junit'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** The worst first. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

export interface RenderOptions {
  /** Of all rules, those that found nothing too. */
  readonly texts: RuleTexts;
  /** Crumbtrail's own. */
  readonly version: string;
  /** What was audited: a file's name, a tab's title. */
  readonly source?: string;
  /** Findings below this severity are told, but fail no check. Default: low. */
  readonly failOn?: Severity | 'never';
  /** ANSI colours in `text`. Default: false. */
  readonly colour?: boolean;
}

/** Whether a finding fails a check. */
export function fails(severity: Severity, failOn: Severity | 'never' = 'low'): boolean {
  return failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn);
}
