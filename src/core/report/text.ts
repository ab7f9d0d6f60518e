/** A report as a person reads it in a terminal. */
import type { Report, Severity, SiteReport } from '../audit/report.ts';
import type { RenderOptions } from './formats.ts';
import { groupFindings } from './group-findings.ts';
import {
  count,
  coverageWords,
  eventWords,
  gradeWords,
  loginCheckWords,
  NOTHING_SEEN,
  sessionName,
  sessionWords,
} from './report-words.ts';

const BOLD = 1;
const GREY = 90;
const COLOURS: Readonly<Record<Severity, number>> = {
  critical: 35,
  high: 31,
  medium: 33,
  low: 36,
  info: GREY,
};
/** Of one rule. */
const SHOWN = 3;

type Paint = (text: string, code: number) => string;

export function text(report: Report, { colour = false, source }: RenderOptions): string {
  const paint: Paint = (words, code) => (colour ? `\u001B[${code}m${words}\u001B[0m` : words);
  const title = source === undefined ? [] : [paint(plain(source), BOLD)];
  if (report.sites.length === 0) return `${[...title, NOTHING_SEEN].join('\n')}\n`;
  return `${[...title, ...report.sites.flatMap((site) => siteLines(site, paint))].join('\n')}\n`;
}

function siteLines(site: SiteReport, paint: Paint): readonly string[] {
  const rejected = site.setCookies.filter(({ stored }) => !stored).length;
  return [
    '',
    paint(`${site.site}   ${gradeWords(site)}`, BOLD),
    `  ${coverageWords(site)}; ${count(site.cookies.length, 'cookie')}, ` +
      `${count(site.setCookies.length, 'Set-Cookie line')} (${rejected} rejected)`,
    ...(site.findings.length === 0 ? ['  Nothing found in what was seen.'] : findingLines(site, paint)),
    ...mutedLines(site),
    ...(site.loginChecks ?? []).map((check) => `  ${loginCheckWords(check)}`),
    ...sessionLines(site, paint),
    ...site.explanation.map(({ points, text: why }) =>
      paint(`  ${signed(points).padStart(8)}  ${plain(why)}`, GREY),
    ),
    ...site.coverage.flatMap(({ hint }) =>
      hint === undefined ? [] : [paint(`  Not seen: ${plain(hint)}.`, GREY)],
    ),
    ...(site.failed ?? []).map(
      ({ rule, error }) => `  The rule ${rule} broke (${error}). Please report this.`,
    ),
  ];
}

function findingLines(site: SiteReport, paint: Paint): readonly string[] {
  return groupFindings(site.findings).flatMap(({ rule, findings }) => [
    ...findings.slice(0, SHOWN).map(({ severity, confidence, message }) => {
      const sure = confidence === 'certain' ? '' : ` (${confidence})`;
      return `  ${paint(severity.padEnd(8), COLOURS[severity])} ${rule.padEnd(30)} ${plain(message)}${sure}`;
    }),
    ...(findings.length > SHOWN
      ? [`  ${' '.repeat(8)} ${rule.padEnd(30)} … and ${findings.length - SHOWN} more`]
      : []),
    ...findings
      .slice(0, 1)
      .flatMap(({ evidence, fix }) => [
        ...evidence.slice(0, SHOWN).map((line) => paint(`  ${' '.repeat(9)}${plain(line)}`, GREY)),
        `  ${' '.repeat(9)}Fix: ${plain(fix)}`,
      ]),
  ]);
}

function mutedLines({ muted = [] }: SiteReport): readonly string[] {
  return groupFindings(muted).map(
    ({ rule, findings }) => `  muted    ${rule.padEnd(30)} ${count(findings.length, 'finding')}`,
  );
}

function sessionLines(site: SiteReport, paint: Paint): readonly string[] {
  return site.sessions.flatMap((session) => [
    `  ${paint(plain(sessionName(session)), BOLD)}: ${sessionWords(session)}`,
    ...session.events.map(
      (event) => `    ${plain(eventWords(event))}${event.url === undefined ? '' : ` — ${plain(event.url)}`}`,
    ),
  ]);
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}

/** No control characters: what comes from the network must not steer a terminal. */
function plain(words: string): string {
  return words.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
}
