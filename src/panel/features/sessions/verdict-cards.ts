/** What logins, logouts and changes of rights did to a session cookie: kinds of words, tones and evidence. No DOM. */
import type { SessionEvent } from '../../../core/audit/report.ts';
import type { SessionAnalysis, SessionView } from '../../../core/session/analysis.ts';
import type { ReplayOffer } from '../../../core/session/replay/plan.ts';
import type { SessionMoment } from '../../../core/session/session-events.ts';
import type { Tone } from '../../../ui/badge.tsx';

export type Verdict = NonNullable<SessionEvent['verdict']>;
export type FlowKind = Extract<SessionEvent['kind'], 'login' | 'logout' | 'privilege-change'>;
export type FlowEvent = SessionMoment & { readonly kind: FlowKind; readonly verdict: Verdict };

export interface VerdictCardModel {
  /** For jumps from the chart. */
  readonly id: string;
  readonly event: FlowEvent;
  /** `server`: what became of the old ID on the server, after a logout. */
  readonly side: 'browser' | 'server';
  readonly tone: Tone;
  /** A person marked it; or asked the server, where no request was seen. */
  readonly byHand: boolean;
  /** A replay showed that the ID from before the login opens the account. */
  readonly oldIdAlive: boolean;
  /** A question to the server that can be asked here. */
  readonly offer: ReplayOffer | null;
}

export function verdictCards(
  { events, cookie }: SessionView,
  flows: SessionAnalysis['flows'],
): readonly VerdictCardModel[] {
  return events.flatMap((event) => {
    if (!isFlowEvent(event)) return [];
    const { kind, at, verdict } = event;
    const side = verdict === 'alive-after-logout' || verdict === 'dead-after-logout' ? 'server' : 'browser';
    const judged = flows.find(({ flow }) => flow.kind === kind && flow.at === at);
    const oldId = judged?.changes.find(({ life }) => life.cookie === cookie)?.oldId;
    const oldIdAlive = oldId?.judgement.result === 'alive';
    return [
      {
        id: `verdict-${kind}-${verdict}-${at}-${hash(cookie.ref)}`,
        event,
        side,
        tone: oldIdAlive ? 'bad' : toneOf(kind, verdict),
        byHand: event.url === undefined || (side === 'browser' && judged?.flow.by === 'mark'),
        oldIdAlive,
        offer: null,
      },
    ];
  });
}

export function isFlowEvent(event: SessionMoment): event is FlowEvent {
  const { kind, verdict } = event;
  return verdict !== undefined && (kind === 'login' || kind === 'logout' || kind === 'privilege-change');
}

export function toneOf(kind: FlowKind, verdict: Verdict): Tone {
  switch (verdict) {
    case 'kept':
      return kind === 'login' ? 'bad' : 'warn';
    case 'alive-after-logout':
      return 'bad';
    case 'added':
    case 'not-cleared':
      return 'warn';
    case 'rotated':
    case 'issued':
    case 'cleared':
    case 'dead-after-logout':
      return 'good';
    case 'rolling':
    case 'failed':
    case 'unobserved':
      return 'neutral';
  }
}

/** A short name for an element: a cookie's own may hold anything. */
function hash({ name, domain, path }: { name: string; domain: string; path: string }): string {
  let sum = 7;
  for (const character of `${name}\n${domain}\n${path}`)
    sum = (Math.imul(sum, 31) + character.charCodeAt(0)) | 0;
  return (sum >>> 0).toString(36);
}
