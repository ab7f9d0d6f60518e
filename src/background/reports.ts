/** The worker's reports: for the popup, which asks by a message, and for the badge. */
import type { Report } from '../core/audit/report.ts';
import type { Recording } from '../core/recording/recording.ts';
import { native } from '../platform/native.ts';
import { guardMessage, isOwnPage } from '../protocol/guard.ts';
import type { Choices } from './choices.ts';
import type { JarReader } from './jar-reader.ts';
import type { Live } from './live.ts';
import { loadPart } from './on-demand/load.ts';

export interface Reports {
  /** Of the tab as it is now; begins its recording where there is none. */
  ofTab(tabId: number): Promise<Report | null>;
  of(recording: Recording): Promise<Report>;
}

export interface ReportsOptions {
  readonly begin: (tabId: number) => Promise<void>;
  readonly jar: JarReader;
  readonly live: Live;
  readonly choices: Choices;
  readonly now: () => number;
}

export function createReports({ begin, jar, live, choices, now }: ReportsOptions): Reports {
  const of = async (recording: Recording) =>
    (await loadPart()).report(recording, { now: now(), ...choices.options });
  return {
    of,
    async ofTab(tabId) {
      await choices.ready;
      await begin(tabId);
      await jar.read(tabId);
      const recording = await live.get(tabId);
      return recording === null ? null : of(recording);
    },
  };
}

/** Answers our own pages, nobody else. */
export function listenForReportRequests(reports: Pick<Reports, 'ofTab'>): void {
  const own = { id: native.runtime.id, root: native.runtime.getURL('') };
  native.runtime.onMessage.addListener((data: unknown, sender, reply) => {
    const message = isOwnPage(sender, own) ? guardMessage(data) : null;
    if (message === null) return false;
    reports
      .ofTab(message.tabId)
      .then(async (report) => (await loadPart()).fullReport(report))
      .then(reply, (error) => reply({ error: String(error) }));
    return true;
  });
}
