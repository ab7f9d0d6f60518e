/** Whether somebody who logged out was let in all the same, under another ID: a logout that another cookie undoes. */
import type { RequestEntry } from '../recording/recording.ts';
import { type Answers, answerOf, resourceOf } from './answer.ts';
import { isAsking } from './chain.ts';
import type { Flow } from './flow.ts';
import type { AfterLogout, Clearing } from './logout-verdict.ts';
import { lookOfRequest } from './url-look.ts';

export interface AroundLogout {
  /** Epoch milliseconds. */
  readonly loginBefore: number;
  readonly loginAfter: number;
}

/**
 * `alive-after-logout` where the page that was closed before the login opens with the ID that came after the logout, and nothing
 * was sent in between that could have been a login; `dead-after-logout` where it is closed; null where no such page was asked for.
 */
export function wentOnAfter(
  requests: readonly RequestEntry[],
  answers: Answers,
  flow: Flow,
  { life, before }: Clearing,
  { loginBefore, loginAfter }: AroundLogout,
): AfterLogout | null {
  const end = Math.min(loginAfter, nextAction(requests, flow));
  for (const { request, id } of life.sends) {
    if (request.at <= flow.at || id === before || flow.requests.includes(request)) continue;
    if (request.at >= end) return null;
    const answer = answerOf(request);
    const known = answer === 'other' ? undefined : answers.get(resourceOf(request) ?? '');
    const opened = known?.allowedSince ?? null;
    if (known === undefined || opened === null || opened >= flow.at || opened < loginBefore) continue;
    const base = { at: request.at, request, replay: null };
    if (answer === 'refused') return { ...base, verdict: 'dead-after-logout', certain: true };
    const wasClosed = known.refused.some(({ at }) => at < flow.at);
    const look = lookOfRequest(request);
    const isPrivate = look?.personal === true && !look.login && !look.signUp;
    if (wasClosed || isPrivate)
      return { ...base, verdict: 'alive-after-logout', certain: wasClosed, renewed: id };
  }
  return null;
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** When something was sent that may have been a login nobody recognised. */
function nextAction(requests: readonly RequestEntry[], flow: Flow): number {
  const action = requests.find(
    (request) =>
      request.at > flow.at &&
      !READING.has(request.method) &&
      isAsking(request) &&
      !flow.requests.includes(request),
  );
  return action?.at ?? Number.POSITIVE_INFINITY;
}
