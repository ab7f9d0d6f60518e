import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit.ts';
import { EXAMPLE_START, type Example, factsOf } from '../../../src/core/rules/example.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { recordingOf } from '../../helpers/recording.ts';

function findingsOf(example: Example) {
  const report = audit(recordingOf(factsOf(example)), { now: EXAMPLE_START + 60_000, source: 'browser' });
  // Silence about a recording that shows nothing would prove nothing.
  expect(report.sites).not.toEqual([]);
  expect(report.sites.flatMap(({ failed = [] }) => failed)).toEqual([]);
  return report.sites.flatMap(({ findings }) => findings);
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.flagged.map((example) => [example.name, example] as const))(
    'flags: %s',
    (_, example) => {
      const found = findingsOf(example).filter((finding) => finding.rule === id);
      expect(found).not.toEqual([]);
      for (const { message, evidence } of found) {
        expect(message).not.toBe('');
        expect(evidence.length).toBeGreaterThan(0);
      }
    },
  );

  it.each(rule.examples.clean.map((example) => [example.name, example] as const))(
    'says nothing of: %s',
    (_, example) => {
      expect(findingsOf(example).filter((finding) => finding.rule === id)).toEqual([]);
    },
  );
});
