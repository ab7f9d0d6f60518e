/** A session cookie as the tab shows it. */
import type { SubjectCookie } from '../../../core/audit/subject.ts';
import type { SessionAnalysis, SessionView } from '../../../core/session/analysis.ts';
import type { ReplayOffer } from '../../../core/session/replay/plan.ts';
import { type Lane, laneOf } from '../../../core/timeline/lane.ts';
import { type VerdictCardModel, verdictCards } from './verdict-cards.ts';

export interface SessionBlock {
  /** Of the cookie's identity: the same at every audit. */
  readonly id: string;
  readonly session: SessionView;
  readonly lane: Lane;
  /** In order of time. */
  readonly cards: readonly VerdictCardModel[];
  /** What a person said of it; undefined: nothing. */
  readonly said: boolean | undefined;
}

export function blocksOf(
  { sessions, flows }: SessionAnalysis,
  offers: readonly ReplayOffer[],
  said: (name: string) => boolean | undefined,
): readonly SessionBlock[] {
  // One question about a login or logout stands for all of its cookies: at the likeliest one.
  const open = new Set(offers);
  return sessions.map((session) => {
    const cards = verdictCards(session, flows).map((card) => {
      const offer = [...open].find((each) => isAbout(each, card));
      if (offer === undefined) return card;
      open.delete(offer);
      return { ...card, offer };
    });
    return {
      id: cookieId(session.cookie),
      session,
      lane: laneOf(session),
      cards,
      said: said(session.cookie.ref.name),
    };
  });
}

function isAbout(
  { what, flow }: ReplayOffer,
  { event: { kind, at }, side }: Pick<VerdictCardModel, 'event' | 'side'>,
): boolean {
  return side === 'browser' && flow === at && kind === (what === 'pre-logout' ? 'logout' : 'login');
}

export function cookieId({ ref }: Pick<SubjectCookie, 'ref'>): string {
  return [ref.name, ref.domain, ref.path, ref.partitionKey ?? ''].join('\n');
}

/** First-party cookies that are no session and no part of one: those a person spoke of first, then the likeliest. */
export function candidatesOf(
  cookies: readonly SubjectCookie[],
  { sessions }: Pick<SessionAnalysis, 'sessions'>,
  said: (name: string) => boolean | undefined,
): readonly SubjectCookie[] {
  const taken = new Set(sessions.map(({ cookie }) => cookie));
  const parts = new Set(sessions.flatMap(({ members }) => members));
  const rank = (cookie: SubjectCookie) => (said(cookie.ref.name) === undefined ? 1 : 0);
  return cookies
    .filter(
      (cookie) =>
        cookie.party === 'first' &&
        cookie.entry !== null &&
        !taken.has(cookie) &&
        !parts.has(cookie.ref.name),
    )
    .toSorted((a, b) => rank(a) - rank(b) || b.likelihood - a.likelihood);
}
