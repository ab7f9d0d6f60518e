/** A report to attach to a ticket or to show beside a pull request. */
import type { CookieReport, Finding, Report, SiteReport } from '../audit/report.ts';
import type { RenderOptions } from './formats.ts';
import { type FindingGroup, groupFindings } from './group-findings.ts';
import { code, escaped, prose } from './markdown-text.ts';
import {
  checkNames,
  count,
  coverageWords,
  eventWords,
  gradeWords,
  loginCheckWords,
  NOTHING_SEEN,
  sessionName,
  sessionWords,
  timeOf,
} from './report-words.ts';

export function markdown(report: Report, options: RenderOptions): string {
  const about = options.source === undefined ? '' : ` of ${escaped(options.source)}`;
  const lines = [
    `# Cookies and sessions${about}`,
    '',
    `Crumbtrail ${escaped(options.version)}, ${timeOf(report.generatedAt)}. Values are not in this report: IDs stand as keyed fingerprints.`,
    ...(report.sites.length === 0 ? ['', NOTHING_SEEN] : []),
    ...report.sites.flatMap((site) => siteLines(site, options)),
  ];
  return `${lines.join('\n')}\n`;
}

function siteLines(site: SiteReport, options: RenderOptions): readonly string[] {
  return [
    '',
    `## ${escaped(site.site)}: ${gradeWords(site)}`,
    '',
    `${coverageWords(site)}, ${count(site.findings.length, 'finding')}.`,
    '',
    ...site.coverage.map(
      ({ check, state, hint }) =>
        `- [${state === 'observed' ? 'x' : ' '}] ${checkNames[check]}${hint === undefined ? '' : ` — ${escaped(hint)}`}`,
    ),
    ...loginCheckLines(site),
    ...groupFindings(site.findings).flatMap((group) => groupLines(group, options)),
    ...mutedLines(site),
    ...sessionLines(site),
    ...scoreLines(site),
    ...cookieTable(site.cookies),
  ];
}

function loginCheckLines({ loginChecks = [] }: SiteReport): readonly string[] {
  if (loginChecks.length === 0) return [];
  return [
    '',
    '### The login flow',
    '',
    ...loginChecks.map((check) => `- ${escaped(loginCheckWords(check))}`),
  ];
}

function groupLines({ rule, severity, findings }: FindingGroup, { texts }: RenderOptions): readonly string[] {
  const text = texts[rule];
  const [first] = findings;
  return [
    '',
    `### ${severity}: ${text === undefined ? escaped(rule) : prose(text.title)}`,
    '',
    `Rule ${code(rule)}. ${text === undefined ? '' : prose(text.why)}`,
    '',
    ...findings.flatMap(findingLines),
    '',
    `**Fix:** ${prose(first?.fix ?? '')}`,
    '',
    ...(first?.references ?? []).map((reference) => `- <${reference}>`),
  ];
}

function findingLines({ message, severity, confidence, evidence }: Finding): readonly string[] {
  return [`- ${prose(message)} (${severity}, ${confidence})`, ...evidence.map((line) => `  - ${code(line)}`)];
}

function mutedLines({ muted = [] }: SiteReport): readonly string[] {
  if (muted.length === 0) return [];
  const rules = groupFindings(muted).map(({ rule, findings }) => `${code(rule)} (${findings.length})`);
  return ['', `Muted for this site: ${rules.join(', ')}.`];
}

function sessionLines({ sessions }: SiteReport): readonly string[] {
  return sessions.flatMap((session) => [
    '',
    `### Session ${prose(sessionName(session))}`,
    '',
    `${sessionWords(session)}; ${count(session.ids.length, 'ID')} seen.`,
    '',
    ...session.events.map(
      (event) =>
        `- ${timeOf(event.at)} ${prose(eventWords(event))}${event.url === undefined ? '' : ` ${code(event.url)}`}`,
    ),
  ]);
}

function scoreLines({ explanation }: SiteReport): readonly string[] {
  if (explanation.length === 0) return [];
  const steps = explanation.map(({ points, text }) => `- ${points > 0 ? '+' : ''}${points}: ${prose(text)}`);
  return ['', '### Score', '', ...steps];
}

function cookieTable(cookies: readonly CookieReport[]): readonly string[] {
  if (cookies.length === 0) return [];
  const cells = (cookie: CookieReport) => [
    code(cookie.name),
    code(`${cookie.hostOnly ? '' : '.'}${cookie.domain}`),
    code(cookie.path),
    cookie.role,
    cookie.party,
    ...(cookie.assumed
      ? ['?', '?', '?', '?']
      : [
          cookie.secure ? 'yes' : 'no',
          cookie.httpOnly ? 'yes' : 'no',
          cookie.sameSite,
          cookie.expires === null ? 'browser session' : timeOf(cookie.expires),
        ]),
  ];
  return [
    '',
    '### Cookies',
    '',
    '| Name | Domain | Path | Role | Party | Secure | HttpOnly | SameSite | Expires |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...cookies.map((cookie) => `| ${cells(cookie).join(' | ')} |`),
  ];
}
