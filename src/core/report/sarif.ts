/** SARIF 2.1.0 (OASIS), as code scanning services read it: rules with help, results with locations by URL. */
import type { Finding, Report, Severity, SiteReport } from '../audit/report.ts';
import type { RuleText } from '../audit/rule-texts.ts';
import { type RenderOptions, severities } from './formats.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
/** `security-severity`, from which GitHub tells critical, high, medium and low. */
const SEVERITY_FIGURES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.0',
  low: '2.0',
  info: '0.0',
};
const CONFIDENCE_RANK = { certain: 100, firm: 75, tentative: 50 } as const;

export function sarif(report: Report, options: RenderOptions): string {
  const ids = Object.keys(options.texts);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Crumbtrail',
            semanticVersion: options.version,
            rules: Object.entries(options.texts).map(([id, text]) => ruleOf(id, text)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.sites.flatMap(({ site, failed = [] }) =>
              failed.map(({ rule, error }) => ({
                level: 'error',
                message: { text: `The rule ${rule} broke at ${site} (${error}).` },
                associatedRule: { id: rule, index: ids.indexOf(rule) },
              })),
            ),
          },
        ],
        results: report.sites.flatMap((site) => resultsOf(site, ids)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(id: string, { title, why, fix, references, severity, cwe }: RuleText): object {
  const worst = severities.find((each) => each === severity.secret || each === severity.rest) ?? 'info';
  const links = references.map((reference) => `- <${reference}>`).join('\n');
  return {
    id,
    name: id.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: {
      text: `${why}\n\nFix: ${fix}\n\n${references.join('\n')}`,
      markdown: `${why}\n\n**Fix:** ${fix}\n\n${links}`,
    },
    ...(references[0] === undefined ? {} : { helpUri: references[0] }),
    defaultConfiguration: { level: LEVELS[worst] },
    properties: {
      'security-severity': SEVERITY_FIGURES[worst],
      precision: 'high',
      tags: ['security', ...cwe.map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`)],
    },
  };
}

function resultsOf(site: SiteReport, ids: readonly string[]): readonly object[] {
  return [
    ...site.findings.map((finding) => resultOf(site, finding, ids)),
    ...(site.muted ?? []).map((finding) => ({
      ...resultOf(site, finding, ids),
      suppressions: [{ kind: 'external', justification: 'Muted for this site by a person.' }],
    })),
  ];
}

function resultOf(site: SiteReport, finding: Finding, ids: readonly string[]): object {
  const { rule, severity, confidence, message, cookie, url = site.site, evidence } = finding;
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: LEVELS[severity],
    kind: 'fail',
    rank: CONFIDENCE_RANK[confidence],
    message: { text: [message, ...evidence].join('\n') },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(url) }, region: { startLine: 1 } },
        ...(cookie === undefined
          ? {}
          : {
              logicalLocations: [
                {
                  name: cookie.name,
                  kind: 'member',
                  fullyQualifiedName: `${cookie.domain}${cookie.path} ${cookie.name}`,
                },
              ],
            }),
      },
    ],
    // The same finding of two runs is one alert: nothing in it changes from run to run.
    partialFingerprints: {
      'crumbtrailFinding/v1': [
        rule,
        site.site,
        cookie?.name ?? '',
        cookie?.domain ?? '',
        cookie?.path ?? '',
      ].join('|'),
    },
    properties: { severity, confidence, site: site.site },
  };
}

/** A URI by RFC 3986, whatever came. */
function uriOf(url: string): string {
  return URL.canParse(url) ? new URL(url).href : 'about:invalid';
}
