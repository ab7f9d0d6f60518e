/** What a replay would send, for a logout or login of the recording. Nothing is sent here. */
import type { Subject } from '../../audit/subject.ts';
import type { Replay, ReplayCookies, ReplayId } from '../../recording/fact.ts';
import type { RequestEntry } from '../../recording/recording.ts';
import { analyseSessions, type SessionAnalysis } from '../analysis.ts';
import { type CookieLife, sentWith } from '../cookie-life.ts';
import type { Flow } from '../flow.ts';
import { fingerprintsOf } from '../id-runs.ts';
import { indexOfTime } from '../join-attempts.ts';
import { readingOf } from '../reading.ts';
import { siteView } from '../view.ts';
import { bestOf, isRepeatable } from './choose.ts';
import { currentPairs, headerOf } from './cookie-headers.ts';
import { oldPairs, type Target } from './old-cookies.ts';

export interface ReplayPlan {
  readonly what: Replay['what'];
  readonly flow: number;
  /** The request that is sent again. */
  readonly request: RequestEntry;
  /** The old IDs in question, and what those cookies hold now. */
  readonly ids: readonly ReplayId[];
  readonly now: readonly ReplayId[];
  /** Cookie headers; null: none is sent. Secrets. */
  readonly headers: Readonly<Record<ReplayCookies, string | null>>;
}

/** A logout or login about which it can be asked whether the old ID still works, or why not. */
export interface ReplayOffer {
  readonly what: Replay['what'];
  /** When the logout or login began. */
  readonly flow: number;
  readonly plan: ReplayPlan | null;
  readonly whyNot: ReplayWhyNot | null;
}

export type ReplayWhyNot =
  /** No page or data of a signed-in person was recorded with its Cookie header. */
  | 'no-request'
  /** The current session is none any more: there is nothing to compare with. */
  | 'logged-out';

type JudgedFlow = SessionAnalysis['flows'][number];

/** Of hundreds of logins nobody asks about the first. */
const MOST_OFFERS = 20;

/** One for each of the newest logouts that ended a session, and logins before which there was one, oldest first. */
export function replayOffers(subject: Subject, now: number): readonly ReplayOffer[] {
  const { flows } = subject.shared(analyseSessions);
  const offers: ReplayOffer[] = [];
  for (let i = flows.length - 1; i >= 0 && offers.length < MOST_OFFERS; i--) {
    const judged = flows[i];
    const offer = judged === undefined ? null : offerFor(subject, judged, now);
    if (offer !== null) offers.push(offer);
  }
  return offers.reverse();
}

/** Requests of the site that can be sent again, in their order: told once for all offers. */
function repeatableOf(subject: Subject): readonly RequestEntry[] {
  return siteView(subject).requests.filter(
    (request) => request.site === subject.site && isRepeatable(request),
  );
}

/** The plan about one logout or login with this very URL, which is one that could be offered; null: there is none. */
export function replayPlan(
  subject: Subject,
  { what, flow, url }: Pick<Replay, 'what' | 'flow' | 'url'>,
  now: number,
): ReplayPlan | null {
  const kind = what === 'pre-logout' ? 'logout' : 'login';
  const judged = subject
    .shared(analyseSessions)
    .flows.find((each) => each.flow.kind === kind && each.flow.at === flow);
  return judged === undefined ? null : (offerFor(subject, judged, now, url)?.plan ?? null);
}

function offerFor(subject: Subject, judged: JudgedFlow, now: number, url?: string): ReplayOffer | null {
  const { flow } = judged;
  const what = flow.kind === 'logout' ? 'pre-logout' : 'pre-login';
  const targets = what === 'pre-logout' ? endedBy(judged) : replacedBy(judged);
  if (targets.length === 0) return null;
  const { flows } = subject.shared(analyseSessions);
  const isOver = flows.some((each) => each.flow.kind === 'logout' && each.flow.at > flow.at);
  if (what === 'pre-login' && isOver) return { what, flow: flow.at, plan: null, whyNot: 'logged-out' };
  const plan = planFor(subject, judged, targets, now, url);
  return { what, flow: flow.at, plan, whyNot: plan === null ? 'no-request' : null };
}

function endedBy({ clearings }: JudgedFlow): readonly Target[] {
  return clearings.flatMap(({ life, before }) =>
    life.cookie.role === 'remember-me' ? [] : [{ life, id: before }],
  );
}

/** IDs from before a login that it replaced, or left beside a new cookie. */
function replacedBy({ flow, changes }: JudgedFlow): readonly Target[] {
  if (flow.kind !== 'login' || flow.outcome.result !== 'success') return [];
  return changes.flatMap(({ life, verdict, before }) =>
    before !== null && (verdict === 'rotated' || verdict === 'added' || verdict === 'rolling')
      ? [{ life, id: before }]
      : [],
  );
}

function planFor(
  subject: Subject,
  judged: JudgedFlow,
  targets: readonly Target[],
  now: number,
  url: string | undefined,
): ReplayPlan | null {
  const { flow } = judged;
  const what = flow.kind === 'logout' ? 'pre-logout' : 'pre-login';
  const view = siteView(subject);
  const { flows, sessions } = subject.shared(analyseSessions);
  const [since, until] =
    what === 'pre-logout' ? [loginBefore(flows, flow), flow.at] : [flow.at, Number.POSITIVE_INFINITY];
  const repeatable = subject.shared(repeatableOf);
  const candidates = repeatable
    .slice(indexOfTime(repeatable, since), indexOfTime(repeatable, until))
    .filter(
      (request) =>
        request.at > since &&
        (url === undefined || request.url === url) &&
        (what === 'pre-logout' ? hasSession(judged, request) : hasNewSession(judged, request)),
    );
  const exactly = candidates.filter((request) =>
    targets.some(({ life, id }) => sentWith(life, request) === id),
  );
  const fitting = what === 'pre-logout' && exactly.length > 0 ? exactly : candidates;
  const request = bestOf(fitting, readingOf(view).answers);
  if (request === null) return null;
  const parts = { all: new Set<string>(), left: new Set<string>() };
  for (const { cookie, members } of sessions) {
    const names = [cookie.ref.name, ...members];
    for (const name of names) (cookie.role === 'remember-me' ? parts.left : parts.all).add(name);
  }
  const old = headerOf(oldPairs({ what, request, flow, targets, names: parts.all, leftOut: parts.left }));
  if (old === null) return null;
  return {
    what,
    flow: flow.at,
    request,
    ids: targets.map(({ life, id }) => idOf(subject, life, id)),
    now: targets.flatMap(({ life }) => {
      const id = life.states.at(-1)?.id ?? null;
      return id === null ? [] : [idOf(subject, life, id)];
    }),
    headers: { none: null, current: headerOf(currentPairs(subject.recording, request, now)), old },
  };
}

function hasSession({ flow, clearings }: JudgedFlow, request: RequestEntry): boolean {
  return (
    !flow.requests.includes(request) && clearings.some(({ life }) => (sentWith(life, request) ?? '') !== '')
  );
}

function hasNewSession({ changes }: JudgedFlow, request: RequestEntry): boolean {
  return changes.some(({ life, after, verdict }) => {
    const sent = sentWith(life, request) ?? '';
    return sent !== '' && (sent === after || verdict === 'rolling');
  });
}

function loginBefore(flows: readonly JudgedFlow[], { at }: Flow): number {
  const login = flows.findLast(
    ({ flow }) => flow.kind === 'login' && flow.outcome.result === 'success' && flow.at < at,
  );
  return login?.flow.at ?? Number.NEGATIVE_INFINITY;
}

function idOf(subject: Subject, life: CookieLife, id: string): ReplayId {
  return {
    name: life.cookie.ref.name,
    cookie: life.cookie.entry?.key ?? '',
    fingerprint: fingerprintsOf(life, subject.show.fingerprint)(id),
  };
}
