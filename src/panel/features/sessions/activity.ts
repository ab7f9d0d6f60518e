/** The log of what happened to a site's sessions, with what should not have. No DOM. */
import type { SubjectCookie } from '../../../core/audit/subject.ts';
import type { Moment, RequestKey } from '../../../core/recording/recording.ts';
import type { SessionView } from '../../../core/session/analysis.ts';
import type { Anomaly } from '../../../core/session/anomalies.ts';
import type { SessionMoment } from '../../../core/session/session-events.ts';
import type { Tone } from '../../../ui/badge.tsx';
import type { Facet } from '../../facets.ts';
import { isFlowEvent, toneOf } from './verdict-cards.ts';

export type Activity = {
  readonly key: string;
  readonly at: number;
  readonly tone: Tone;
  readonly group: 'flow' | 'change' | 'anomaly' | 'mark';
  /** null: it concerns no single cookie. */
  readonly cookie: SubjectCookie | null;
  readonly request: RequestKey | null;
} & ActivityKind;

type ActivityKind =
  | { readonly kind: 'event'; readonly event: SessionMoment }
  | { readonly kind: 'anomaly'; readonly anomaly: SessionView['anomalies'][number] }
  | { readonly kind: 'mark'; readonly mark: Extract<Moment, { kind: 'mark' }> }
  | { readonly kind: 'gap'; readonly gap: Extract<Moment, { kind: 'gap' }> };

/** In order of time. */
export function activityOf(
  sessions: readonly SessionView[],
  moments: readonly Moment[],
): readonly Activity[] {
  const entries: Activity[] = sessions.flatMap((session, place) => ofSession(session, place));
  for (const [index, moment] of moments.entries()) {
    const base = { key: `moment ${index}`, at: moment.at, cookie: null, request: null } as const;
    if (moment.kind === 'mark')
      entries.push({ ...base, kind: 'mark', group: 'mark', tone: 'info', mark: moment });
    if (moment.kind === 'gap')
      entries.push({ ...base, kind: 'gap', group: 'anomaly', tone: 'warn', gap: moment });
  }
  return entries.sort((a, b) => a.at - b.at);
}

function ofSession({ cookie, events, anomalies }: SessionView, place: number): readonly Activity[] {
  const told = new Set(anomalies.map(({ kind, at }) => `${kind} ${at}`));
  const found: Activity[] = events.flatMap((event, index) => {
    if (event.kind === 'mark' || told.has(`${ANOMALY_OF[event.kind] ?? ''} ${event.at}`)) return [];
    const isFlow = isFlowEvent(event);
    return [
      {
        key: `${place} event ${index}`,
        kind: 'event',
        at: event.at,
        tone: isFlow ? toneOf(event.kind, event.verdict) : 'neutral',
        group: isFlow ? 'flow' : 'change',
        cookie,
        request: event.requests[0] ?? null,
        event,
      },
    ];
  });
  for (const [index, anomaly] of anomalies.entries()) {
    found.push({
      key: `${place} anomaly ${index}`,
      kind: 'anomaly',
      at: anomaly.at,
      tone: TONES[anomaly.kind],
      group: 'anomaly',
      cookie,
      request: anomaly.request,
      anomaly,
    });
  }
  return found;
}

/** The same thing seen twice is told once, as what should not have been. */
const ANOMALY_OF: Partial<Record<SessionMoment['kind'], Anomaly['kind']>> = {
  rotation: 'changed-without-login',
  cleared: 'cleared-by-script',
};

const TONES: Readonly<Record<Anomaly['kind'], Tone>> = {
  'changed-without-login': 'warn',
  'sent-over-http': 'bad',
  'old-id-again': 'warn',
  'cleared-by-script': 'neutral',
};

export const ACTIVITY_FACETS = [
  { id: 'group', values: ({ group }) => [group] },
  { id: 'cookie', values: ({ cookie }) => (cookie === null ? [] : [cookie.ref.name]) },
] as const satisfies readonly Facet<Activity>[];
