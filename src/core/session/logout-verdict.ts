/** What a logout did: in the browser (`cleared`, `not-cleared`), and on the server where later requests show it. */
import type { RequestEntry } from '../recording/recording.ts';
import { type Answers, answerOf, resourceOf } from './answer.ts';
import { type CookieLife, type CookieState, sentWith, stateAt, wasWrittenBy } from './cookie-life.ts';
import type { Flow } from './flow.ts';
import { type JudgedReplay, lastWord } from './replay/judged.ts';
import { appliesTo } from './sends.ts';
import { lookOfRequest } from './url-look.ts';

export interface Clearing {
  readonly life: CookieLife;
  readonly verdict: 'cleared' | 'not-cleared' | 'unobserved';
  readonly before: string;
  readonly after: string | null;
  /** A response that brought the old ID back after it was gone. */
  readonly broughtBack: CookieState | null;
}

/** Every session cookie that was there when the logout began, on its path or given out by the `login` before. */
export function clearingsBy(
  flow: Flow,
  lives: readonly CookieLife[],
  login: Flow | null = null,
): readonly Clearing[] {
  return lives.flatMap((life) => {
    const [first] = flow.requests;
    const before =
      (first === undefined ? undefined : sentWith(life, first)) ?? stateBefore(life, flow)?.id ?? null;
    const concerned =
      flow.requests.length === 0 ||
      flow.requests.some(({ url }) => appliesTo(life.cookie, url)) ||
      wasWrittenBy(life, flow) ||
      (login !== null && wasWrittenBy(life, login));
    if (before === null || before === '' || !concerned) return [];
    const after = stateAt(life, flow.until)?.id ?? null;
    const isUnseen = flow.outcome.result === 'unknown' && after === before;
    const verdict = isUnseen ? 'unobserved' : after === before ? 'not-cleared' : 'cleared';
    return [{ life, verdict, before, after, broughtBack: returnOf(life, flow, before) }];
  });
}

function stateBefore(life: CookieLife, flow: Flow): CookieState | undefined {
  const own = (state: CookieState) => state.request !== null && flow.requests.includes(state.request);
  const state = stateAt(life, flow.at);
  if (state === undefined || !own(state)) return state;
  return life.states.findLast((earlier) => earlier.at <= flow.at && !own(earlier));
}

/** Gone or replaced after the logout began, and then set again to what it was. */
function returnOf(life: CookieLife, flow: Flow, before: string): CookieState | null {
  let gone = false;
  for (const state of life.states) {
    if (state.at < flow.at) continue;
    if (state.id !== before) gone = true;
    else if (gone && state.request !== null) return state;
  }
  return null;
}

export interface AfterLogout {
  readonly verdict: 'alive-after-logout' | 'dead-after-logout';
  readonly at: number;
  /** The request that sent the old ID again; null: it was asked about by a replay. */
  readonly request: RequestEntry | null;
  readonly replay: JudgedReplay | null;
  /** A page that was seen closed to others opened: nothing else could have let it in. */
  readonly certain: boolean;
  /** The ID it was let in with, where that is not the old one. */
  readonly renewed?: string;
}

/**
 * What the server made of the old ID when it was sent again, until the next login. Open pages prove nothing: only one that is
 * closed to those who are not logged in, or is private by its name and was first seen while logged in.
 */
export function afterLogout(
  answers: Answers,
  flow: Flow,
  { life, before }: Clearing,
  { loginBefore, loginAfter }: { readonly loginBefore: number; readonly loginAfter: number },
): AfterLogout | null {
  const [first] = flow.requests;
  const since = Math.max(flow.at, first?.respondedAt ?? flow.at);
  let alive = null as AfterLogout | null;
  for (const { request, id } of life.sends) {
    if (id !== before || request === first || request.at < since) continue;
    if (request.at >= loginAfter) break;
    const answer = answerOf(request);
    const resource = answer === 'other' ? null : resourceOf(request);
    const known = resource === null ? undefined : answers.get(resource);
    if (known === undefined) continue;
    const wasOpen =
      known.allowedSince !== null && known.allowedSince < flow.at && known.allowedSince >= loginBefore;
    const look = lookOfRequest(request);
    const isPrivate = look?.personal === true && !look.login && !look.signUp;
    if (answer === 'refused') {
      if (wasOpen || isPrivate) return { ...seen(request), verdict: 'dead-after-logout', certain: wasOpen };
      continue;
    }
    const wasClosed = known.refused.some((refused) => sentWith(life, refused) !== before);
    if (!wasClosed && !(isPrivate && wasOpen)) continue;
    if (alive === null || (wasClosed && !alive.certain)) {
      alive = { ...seen(request), verdict: 'alive-after-logout', certain: wasClosed };
    }
  }
  return alive;
}

function seen(request: RequestEntry) {
  return { at: request.at, request, replay: null };
}

/** Of what the traffic shows and what replays show, what counts; undecided replays do not. */
export function withReplays(
  traffic: AfterLogout | null,
  replays: readonly JudgedReplay[],
  { until }: Flow,
): AfterLogout | null {
  const shown = replays.flatMap((replay): AfterLogout[] => {
    const { result, certain } = replay.judgement;
    if (result === 'undecided') return [];
    const verdict = result === 'alive' ? 'alive-after-logout' : 'dead-after-logout';
    return [{ verdict, at: replay.at, request: null, replay, certain }];
  });
  const all = traffic === null ? shown : [traffic, ...shown];
  return lastWord(all, ({ verdict }) => verdict === 'alive-after-logout', until);
}
