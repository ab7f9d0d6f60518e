import type { Report } from '../audit/report.ts';

/** The report itself (contracts.md), indented by two. */
export function json(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
