import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit.ts';
import type { Report } from '../../../src/core/audit/report.ts';
import { ruleTexts } from '../../../src/core/audit/rule-texts.ts';
import { type RenderOptions, reportFormats } from '../../../src/core/report/formats.ts';
import { render } from '../../../src/core/report/render.ts';
import { EXAMPLE_START, type ExampleEvent } from '../../../src/core/rules/example.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { recordingOfEvents } from '../../helpers/recording.ts';

const options: RenderOptions = { texts: ruleTexts(rules), version: '1.2.3', source: 'visit.har' };
const report = (events: readonly ExampleEvent[], muted: readonly string[] = []): Report =>
  audit(recordingOfEvents(...events), { now: EXAMPLE_START, source: 'har', mutedOf: () => muted });

const SID = 'sid=8f14e45fceea167a5a36dedd4bea2543; Path=/';
const flawed = report([SID]);
const HOSTILE = '<img src=x onerror=alert(1)>|`*_[a](b)"\'&]]>';
const hostile = report([
  `${HOSTILE}=8f14e45fceea167a5a36dedd4bea2543; Path=/`,
  { url: 'https://shop.example/<script>/"x', setCookie: [SID] },
]);
const nothing: Report = { schema: 'crumbtrail/report@1', generatedAt: Number.NaN, source: 'har', sites: [] };

interface Sarif {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly rules: readonly { id: string; help: { text: string } }[] };
      };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly locations: readonly { physicalLocation: { artifactLocation: { uri: string } } }[];
        readonly suppressions?: readonly unknown[];
      }[];
    },
  ];
}
const sarifOf = (of: Report): Sarif => JSON.parse(render(of, 'sarif', options));

describe('every format', () => {
  it.each(reportFormats)('%s names the finding, and ends with a line break', (format) => {
    const text = render(flawed, format, options);
    expect(text).toContain('missing-http-only');
    expect(text.endsWith('\n')).toBe(true);
  });

  it.each(reportFormats)('%s of nothing at all is whole', (format) => {
    expect(render(nothing, format, options).length).toBeGreaterThan(20);
  });

  it.each(reportFormats)('%s counts what is muted, and does not judge it', (format) => {
    const text = render(report([SID], ['missing-http-only']), format, options);
    expect(text).toMatch(/muted|Muted/);
    expect(text).toContain('missing-http-only');
  });

  it.each(['html', 'junit'] as const)('%s makes no mark-up of names and paths', (format) => {
    const text = render(hostile, format, options);
    expect(text).toContain('&lt;img');
    expect(text).not.toMatch(/<img|<script|"x<|onerror=alert\(1\)>/);
  });

  it('Markdown makes no mark-up of names', () => {
    const outside = render(hostile, 'markdown', options).replace(/(`+)[\s\S]*?[^`]\1(?!`)/g, '');
    expect(outside).not.toMatch(/<img|\]\(b\)/);
  });

  it('text holds no control characters but its line breaks', () => {
    const named = report([
      { setCookie: ['a\u001b[31m=1'] },
      SID,
      { setCookie: ['\u202eb=1; Domain=x.example'] },
    ]);
    expect(render(named, 'text', options).replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('SARIF', () => {
  it('has every rule with help, and each result its rule, level and address', () => {
    const [{ tool, results }] = sarifOf(flawed).runs;
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { help } of tool.driver.rules) expect(help.text).toMatch(/Fix: /);
    const found = results.find(({ ruleId }) => ruleId === 'missing-http-only');
    expect(found?.level).toBe('error');
    expect(tool.driver.rules[found?.ruleIndex ?? -1]?.id).toBe('missing-http-only');
    for (const { locations } of results)
      expect(locations[0]?.physicalLocation.artifactLocation.uri).toMatch(/^https:/);
  });

  it('keeps what is muted as suppressed', () => {
    const [{ results }] = sarifOf(report([SID], ['missing-http-only'])).runs;
    const found = results.filter(({ ruleId }) => ruleId === 'missing-http-only');
    expect(found).toHaveLength(1);
    expect(found[0]?.suppressions).toHaveLength(1);
  });
});

describe('JUnit', () => {
  const caseOf = (of: Report, rule: string, more: Partial<RenderOptions> = {}) =>
    render(of, 'junit', { ...options, ...more }).match(new RegExp(`<testcase [^>]*name="${rule}:.*`))?.[0] ??
    '';

  it.each([
    ['a finding fails', 'missing-http-only', {}, '<failure type="high"'],
    [
      'a finding below the limit passes, and is told',
      'missing-http-only',
      { failOn: 'critical' },
      '<system-out>',
    ],
    ['never fails', 'missing-http-only', { failOn: 'never' }, '<system-out>'],
    ['what was seen and found well passes', 'broken-prefix', {}, '/>'],
    [
      'what needs a login is skipped without one',
      'session-fixation',
      {},
      '<skipped message="not observed: Log in',
    ],
  ] as const)('%s', (_, rule, more, expected) => {
    expect(caseOf(flawed, rule, more)).toContain(expected);
    expect(caseOf(flawed, rule, more).includes('<failure')).toBe(expected.startsWith('<failure'));
  });

  it('sums up', () => {
    const text = render(flawed, 'junit', options);
    const failures = text.match(/<failure /g)?.length ?? 0;
    expect(failures).toBeGreaterThan(0);
    expect(text).toContain(`tests="${rules.length}" failures="${failures}"`);
  });
});
