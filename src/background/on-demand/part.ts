/**
 * What the worker needs only now and then: the audit, what a replay asks, and where a sample may be asked for. It is most of the code, and the worker
 * starts with every request: it is loaded when it is first needed.
 */
import { type AuditOptions, audit } from '../../core/audit/audit.ts';
import { buildSubjects } from '../../core/audit/build-subject.ts';
import type { Report } from '../../core/audit/report.ts';
import type { Recording } from '../../core/recording/recording.ts';
import { lookOfBody } from '../../core/session/replay/body-look.ts';
import { type ReplayPlan, replayPlan } from '../../core/session/replay/plan.ts';
import { sampleSources } from '../../core/session/strength/sample-sources.ts';
import type { ReplayQuestion } from '../../protocol/replay.ts';
import type { SampleOrder } from '../../protocol/sample.ts';
import { fullReport } from './full-report.ts';

type Options = Omit<AuditOptions, 'source'>;

export interface Part {
  report(recording: Recording, options: Options): Report;
  /** With the rules' fixes and references. */
  readonly fullReport: (report: Report | null) => Promise<Report | null>;
  /** null: there is nothing to ask with. */
  replayPlan(recording: Recording, question: ReplayQuestion, options: Options): ReplayPlan | null;
  readonly lookOfBody: typeof lookOfBody;
  /** Whether a person was offered this very address. */
  offersSample(recording: Recording, order: SampleOrder): boolean;
}

export const part: Part = {
  report: (recording, options) => audit(recording, { ...options, source: 'browser' }),
  fullReport,
  replayPlan(recording, question, { saidOf, now }) {
    const subject = buildSubjects(recording, saidOf).find(({ site }) => site === question.site);
    return subject === undefined ? null : replayPlan(subject, question, now);
  },
  lookOfBody,
  offersSample: (recording, order) => sampleSources(recording, order).some(({ url }) => url === order.url),
};
