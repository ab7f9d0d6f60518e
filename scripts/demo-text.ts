/** A report as a person reads it in a terminal. */
import type { Finding, Report, SiteReport } from '../src/core/audit/report.ts';

const COLOURS = { critical: 35, high: 31, medium: 33, low: 36, info: 90 } as const;

/** Of one rule; the worst come first. */
const SHOWN = 3;

export function auditText(report: Report, colour: boolean): string {
  const paint = (text: string, code: number) => (colour ? `\u001B[${code}m${text}\u001B[0m` : text);
  return report.sites.map((site) => siteText(site, paint)).join('\n');
}

function siteText(site: SiteReport, paint: (text: string, code: number) => string): string {
  const observed = site.coverage.filter((check) => check.state === 'observed').length;
  const stored = site.setCookies.filter((line) => line.stored).length;
  const lines = [
    '',
    paint(`${site.site}   ${site.grade}   ${site.score ?? 'nothing to score'}`, 1),
    `  based on ${observed} of ${site.coverage.length} checks; ${site.cookies.length} cookies, ` +
      `${site.setCookies.length} Set-Cookie lines (${site.setCookies.length - stored} rejected)`,
  ];
  for (const [rule, findings] of groupByRule(site.findings)) {
    for (const { severity, message } of findings.slice(0, SHOWN)) {
      lines.push(`  ${paint(severity.padEnd(8), COLOURS[severity])} ${rule.padEnd(26)} ${message}`);
    }
    if (findings.length > SHOWN)
      lines.push(`  ${''.padEnd(8)} ${rule.padEnd(26)} … and ${findings.length - SHOWN} more`);
  }
  for (const step of site.explanation) {
    lines.push(`    ${String(step.points).padStart(6)}  ${step.text}`);
  }
  return lines.join('\n');
}

/** Rules in the order of their worst finding. */
function groupByRule(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group === undefined) groups.set(finding.rule, [finding]);
    else group.push(finding);
  }
  return groups;
}
