import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit.ts';
import type { Finding } from '../../../src/core/audit/report.ts';
import { EXAMPLE_START } from '../../../src/core/rules/example.ts';
import { innocentSites } from '../../helpers/innocent-sites.ts';
import { recordingOfEvents } from '../../helpers/recording.ts';
import { cookieRules } from '../../helpers/rule-table.ts';

function told({ rule, cookie, severity }: Finding): string {
  return `${rule} ${cookie?.name ?? '–'} ${severity}`;
}

describe.each(innocentSites.map((site) => [site.name, site] as const))('%s', (_, site) => {
  const report = audit(recordingOfEvents(...site.events), {
    now: EXAMPLE_START + 600_000,
    source: 'browser',
    rules: cookieRules,
  });
  const findings = report.sites.flatMap((each) => each.findings);

  it('is told nothing above info that is not right', () => {
    expect(report.sites.flatMap(({ failed = [] }) => failed)).toEqual([]);
    const above = findings.filter(({ severity }) => severity !== 'info');
    expect(above.map(told).sort()).toEqual([...site.right].sort());
  });

  it('is not buried in information', () => {
    const info = findings.filter(({ severity }) => severity === 'info');
    expect(info.map(told)).toEqual([...new Set(info.map(told))]);
  });
});
