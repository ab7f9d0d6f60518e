/** The fix of a finding, as code in a framework's words. */
import type { Finding, SiteReport } from '../audit/report.ts';
import type { Snippet } from './fix.ts';
import type { Framework } from './framework.ts';
import { fixes } from './frameworks/index.ts';
import { topicOf } from './topic.ts';
import { needOf } from './wanted.ts';

/** null: the framework has nothing to say about it; the rule's own words stand. */
export function fixFor(finding: Finding, site: SiteReport, framework: Framework): Snippet | null {
  const topic = topicOf(finding.rule);
  const make = topic === undefined ? undefined : fixes[framework][topic];
  return make?.(needOf(finding, site)) ?? null;
}
