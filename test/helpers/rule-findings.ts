import { audit } from '../../src/core/audit/audit.ts';
import type { Finding } from '../../src/core/audit/report.ts';
import type { Rule } from '../../src/core/rules/define-rule.ts';
import { EXAMPLE_START, type ExampleEvent } from '../../src/core/rules/example.ts';
import { recordingOfEvents } from './recording.ts';

/** What one rule finds in a recording, of all its sites; a rule that throws is a failed test. */
export function findingsOf(rule: Rule, ...events: readonly ExampleEvent[]): readonly Finding[] {
  const { sites } = audit(recordingOfEvents(...events), {
    now: EXAMPLE_START + 600_000,
    source: 'browser',
    rules: [rule],
  });
  for (const { failed = [] } of sites) if (failed.length > 0) throw new Error(`${rule.id} failed`);
  return sites.flatMap(({ findings }) => findings);
}

/** `high firm`, one for each finding. */
export function verdictsOf(rule: Rule, ...events: readonly ExampleEvent[]): readonly string[] {
  return findingsOf(rule, ...events).map(({ severity, confidence }) => `${severity} ${confidence}`);
}
