/** What happened to the page beside its cookies, as points and stretches of a time axis. Times are epoch milliseconds. */
import type { Moment } from '../recording/recording.ts';
import type { Flow } from '../session/flow.ts';
import type { TimeRange } from './time-range.ts';

export interface TimelineMoment {
  readonly kind: 'login' | 'logout' | 'privilege-change' | 'mark' | 'navigation';
  readonly at: number;
  /** Of a flow or navigation; null: a person marked it. */
  readonly url: string | null;
  /** What a person wrote to a mark. */
  readonly text: string;
}

export type TimelineFlow = Pick<Flow, 'kind' | 'at' | 'until' | 'url' | 'outcome'>;

/** As near as a mark is to the flow that it means (`session/marks.ts`). */
const NEAR_MS = 15_000;

/** In order of time. What failed let nobody in; a mark that a flow was told by is that flow. */
export function momentsOf(
  moments: readonly Moment[],
  flows: readonly TimelineFlow[],
): readonly TimelineMoment[] {
  const seen = flows.filter(({ outcome }) => outcome.result !== 'failed');
  const found: TimelineMoment[] = seen.map(({ kind, at, url }) => ({ kind, at, url, text: '' }));
  const isTold = (kind: TimelineMoment['kind'], at: number) =>
    seen.some((flow) => flow.kind === kind && at >= flow.at - NEAR_MS && at <= flow.until + NEAR_MS);
  for (const moment of moments) {
    if (moment.kind === 'navigation') {
      found.push({ kind: 'navigation', at: moment.at, url: moment.url, text: '' });
    } else if (moment.kind === 'mark') {
      const { at, text } = moment;
      const kind = moment.mark === 'note' ? 'mark' : moment.mark;
      if (!isTold(kind, at)) found.push({ kind, at, url: null, text });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** When nothing was recorded. */
export function gapsOf(moments: readonly Moment[]): readonly TimeRange[] {
  return moments.flatMap((moment) => (moment.kind === 'gap' ? [{ from: moment.since, to: moment.at }] : []));
}
