/** A report as test results: a suite is a site, a case is a rule. What could not be observed is skipped, not passed. */
import type { Check, Finding, LoginCheck, Report, SiteReport } from '../audit/report.ts';
import { fails, type RenderOptions } from './formats.ts';
import { loginCheckName } from './report-words.ts';
import { xml } from './xml-text.ts';

export function junit(report: Report, options: RenderOptions): string {
  const suites = report.sites.map((site) => suite(site, report.generatedAt, options));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Crumbtrail"${sums(suites.flatMap(({ cases }) => cases))}>`,
    ...suites.map(({ text }) => text),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Case {
  readonly state: 'passed' | 'failed' | 'skipped' | 'broken';
  readonly text: string;
}

/** Of a recorded login flow. */
function checkCase({ id, state, evidence }: LoginCheck, site: SiteReport): Case {
  const start = `    <testcase classname="${xml(site.site)} login" name="${xml(loginCheckName(id))}"`;
  if (state === 'passed') return { state, text: `${start}/>` };
  if (state === 'not-observed')
    return { state: 'skipped', text: `${start}><skipped message="not observed"/></testcase>` };
  const failure = `<failure message="${xml(evidence[0] ?? '')}">${evidence.map(xml).join('\n')}</failure>`;
  return { state, text: `${start}>${failure}</testcase>` };
}

function suite(
  site: SiteReport,
  at: number,
  options: RenderOptions,
): { text: string; cases: readonly Case[] } {
  const hints = new Map(site.coverage.map(({ check, hint }) => [check, hint]));
  const ruleCases = Object.entries(options.texts).map(([rule, { title, needs = 'cookies' }]) => {
    const start = `    <testcase classname="${xml(site.site)}" name="${xml(`${rule}: ${title}`)}"`;
    return ruleCase({ start, rule, needs, site, hints, options });
  });
  const cases = [...(site.loginChecks ?? []).map((check) => checkCase(check, site)), ...ruleCases];
  const time = new Date(at);
  const timestamp = Number.isNaN(time.getTime()) ? '' : ` timestamp="${time.toISOString().slice(0, 19)}"`;
  const text = [
    `  <testsuite name="${xml(site.site)}"${sums(cases)}${timestamp}>`,
    '    <properties>',
    `      <property name="grade" value="${xml(site.grade)}"/>`,
    `      <property name="score" value="${site.score ?? ''}"/>`,
    '    </properties>',
    ...cases.map((each) => each.text),
    '  </testsuite>',
  ];
  return { text: text.join('\n'), cases };
}

interface RuleCase {
  readonly start: string;
  readonly rule: string;
  readonly needs: Check;
  readonly site: SiteReport;
  /** Of checks; undefined: observed. */
  readonly hints: ReadonlyMap<Check, string | undefined>;
  readonly options: RenderOptions;
}

function ruleCase({ start, rule, needs, site, hints, options }: RuleCase): Case {
  const whole = (state: Case['state'], inner: string): Case => ({
    state,
    text: inner === '' ? `${start}/>` : `${start}>${inner}</testcase>`,
  });
  const broken = site.failed?.find((failed) => failed.rule === rule);
  if (broken !== undefined) return whole('broken', `<error message="${xml(broken.error)}"/>`);
  const muted = site.muted?.filter((finding) => finding.rule === rule) ?? [];
  if (muted.length > 0) return whole('skipped', `<skipped message="muted for this site: ${muted.length}"/>`);
  const findings = site.findings.filter((finding) => finding.rule === rule);
  const failing = findings.filter(({ severity }) => fails(severity, options.failOn));
  if (failing.length > 0) {
    const [worst] = failing;
    const attributes = `type="${worst?.severity}" message="${xml(worst?.message ?? '')}"`;
    return whole('failed', `<failure ${attributes}>${failing.flatMap(told).map(xml).join('\n')}</failure>`);
  }
  if (findings.length > 0)
    return whole('passed', `<system-out>${findings.flatMap(told).map(xml).join('\n')}</system-out>`);
  const hint = hints.get(needs);
  return hint === undefined
    ? whole('passed', '')
    : whole('skipped', `<skipped message="${xml(`not observed: ${hint}`)}"/>`);
}

function told({ severity, confidence, message, evidence, fix }: Finding): readonly string[] {
  return [`${severity} (${confidence}): ${message}`, ...evidence.map((line) => `  ${line}`), `  Fix: ${fix}`];
}

function sums(cases: readonly Case[]): string {
  const of = (state: Case['state']) => cases.filter((each) => each.state === state).length;
  return ` tests="${cases.length}" failures="${of('failed')}" errors="${of('broken')}" skipped="${of('skipped')}"`;
}
