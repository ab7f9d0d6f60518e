/** A report as one file: no script, nothing loaded, prints well. */
import type { CookieReport, Finding, Report, SiteReport } from '../audit/report.ts';
import type { RenderOptions } from './formats.ts';
import { type FindingGroup, groupFindings } from './group-findings.ts';
import { lanes } from './html-lanes.ts';
import { HTML_STYLE } from './html-style.ts';
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
import { xml } from './xml-text.ts';

export function html(report: Report, options: RenderOptions): string {
  const title = `Cookies and sessions${options.source === undefined ? '' : ` of ${options.source}`}`;
  const body = report.sites.map((site) => siteSection(site, options)).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${xml(title)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<header>
<h1>${xml(title)}</h1>
<p>Crumbtrail ${xml(options.version)}, ${timeOf(report.generatedAt)}. No values are in this report: IDs stand as keyed fingerprints.</p>
</header>
<main>
${report.sites.length === 0 ? `<p>${NOTHING_SEEN}</p>` : body}
</main>
</body>
</html>
`;
}

function siteSection(site: SiteReport, options: RenderOptions): string {
  return `<section class="site">
<h2><span class="grade grade-${gradeClass(site)}">${xml(site.grade)}</span> ${xml(site.site)}</h2>
<p>${xml(gradeWords(site))}, ${coverageWords(site)}, ${count(site.findings.length, 'finding')}.</p>
${coverageList(site)}
${loginCheckList(site)}
<h3>Findings</h3>
${
  site.findings.length === 0
    ? '<p>Nothing found in what was seen.</p>'
    : groupFindings(site.findings)
        .map((group) => groupBlock(group, options))
        .join('\n')
}
${mutedLine(site)}${failedLine(site)}
${sessionsPart(site)}
${scoreTable(site)}
${cookieTable(site.cookies)}
</section>`;
}

function gradeClass({ grade }: SiteReport): string {
  return grade === '–' ? 'none' : grade.charAt(0).toLowerCase();
}

function coverageList({ coverage }: SiteReport): string {
  const items = coverage.map(
    ({ check, state, hint }) =>
      `<li class="${state}">${state === 'observed' ? '✓' : '○'} ${checkNames[check]}${hint === undefined ? '' : `<br><small>${xml(hint)}</small>`}</li>`,
  );
  return `<ul class="coverage">${items.join('')}</ul>`;
}

function loginCheckList({ loginChecks = [] }: SiteReport): string {
  if (loginChecks.length === 0) return '';
  const items = loginChecks.map((check) => `<li class="${check.state}">${xml(loginCheckWords(check))}</li>`);
  return `<h3>The login flow</h3><ul class="coverage">${items.join('')}</ul>`;
}

function groupBlock({ rule, severity, findings }: FindingGroup, { texts }: RenderOptions): string {
  const text = texts[rule];
  const [first] = findings;
  const references = (first?.references ?? [])
    .filter((reference) => /^https:\/\//.test(reference))
    .map((reference) => `<li><a href="${xml(reference)}" rel="noreferrer">${xml(reference)}</a></li>`);
  return `<article class="finding ${severity}">
<h4><span class="severity">${severity}</span> ${marked(text?.title ?? rule)} <code class="rule">${xml(rule)}</code></h4>
<p>${marked(text?.why ?? '')}</p>
<ul>${findings.map(findingItem).join('')}</ul>
<p class="fix"><b>Fix:</b> ${marked(first?.fix ?? '')}</p>
<ul class="references">${references.join('')}</ul>
</article>`;
}

function findingItem({ message, severity, confidence, evidence }: Finding): string {
  const lines = evidence.map((line) => `<pre>${xml(line)}</pre>`).join('');
  return `<li>${marked(message)} <small>${severity}, ${confidence}</small>${lines}</li>`;
}

function mutedLine({ muted = [] }: SiteReport): string {
  if (muted.length === 0) return '';
  const rules = groupFindings(muted).map(
    ({ rule, findings }) => `<code>${xml(rule)}</code> (${findings.length})`,
  );
  return `<p>Muted for this site: ${rules.join(', ')}.</p>`;
}

function failedLine({ failed = [] }: SiteReport): string {
  const rules = failed.map(({ rule, error }) => `<code>${xml(rule)}</code> (${xml(error)})`);
  return rules.length === 0 ? '' : `<p>Rules that broke: ${rules.join(', ')}.</p>`;
}

function sessionsPart({ sessions }: SiteReport): string {
  if (sessions.length === 0) return '';
  const blocks = sessions.map((session) => {
    const events = session.events.map(
      (event) =>
        `<tr><td>${timeOf(event.at)}</td><td>${marked(eventWords(event))}</td><td>${event.url === undefined ? '' : `<code>${xml(event.url)}</code>`}</td></tr>`,
    );
    return `<article class="session"><h4>${marked(sessionName(session))}</h4>
<p>${xml(sessionWords(session))}; ${count(session.ids.length, 'ID')} seen.</p>
${lanes(session)}
<table><thead><tr><th>When</th><th>What</th><th>Where</th></tr></thead><tbody>${events.join('')}</tbody></table></article>`;
  });
  return `<h3>Sessions</h3>\n${blocks.join('\n')}`;
}

function scoreTable({ explanation }: SiteReport): string {
  if (explanation.length === 0) return '';
  const rows = explanation.map(
    ({ points, text }) =>
      `<tr><td class="number">${points > 0 ? '+' : ''}${points}</td><td>${marked(text)}</td></tr>`,
  );
  return `<h3>Score</h3><table class="score"><tbody>${rows.join('')}</tbody></table>`;
}

function cookieTable(cookies: readonly CookieReport[]): string {
  if (cookies.length === 0) return '';
  const rows = cookies.map((cookie) => {
    const flags = cookie.assumed
      ? ['?', '?', '?', '?']
      : [
          cookie.secure ? 'yes' : 'no',
          cookie.httpOnly ? 'yes' : 'no',
          cookie.sameSite,
          cookie.expires === null ? 'browser session' : timeOf(cookie.expires),
        ];
    const cells = [
      `<code>${xml(cookie.name)}</code>`,
      `<code>${cookie.hostOnly ? '' : '.'}${xml(cookie.domain)}</code>`,
      `<code>${xml(cookie.path)}</code>`,
      cookie.role,
      cookie.party,
      ...flags,
      String(cookie.size),
      // Only where the report was made with values.
      ...(cookie.value === undefined ? [] : [`<code>${xml(cookie.value)}</code>`]),
    ];
    return `<tr><td>${cells.join('</td><td>')}</td></tr>`;
  });
  const heads = [
    'Name',
    'Domain',
    'Path',
    'Role',
    'Party',
    'Secure',
    'HttpOnly',
    'SameSite',
    'Expires',
    'Bytes',
  ];
  if (cookies.some(({ value }) => value !== undefined)) heads.push('Value');
  return `<h3>Cookies</h3><div class="wide"><table><thead><tr><th>${heads.join('</th><th>')}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** Our own sentences: what stands in back-ticks is code. */
function marked(text: string): string {
  const parts = text.split('`');
  if (parts.length % 2 === 0) return xml(text);
  return parts.map((part, index) => (index % 2 === 1 ? `<code>${xml(part)}</code>` : xml(part))).join('');
}
