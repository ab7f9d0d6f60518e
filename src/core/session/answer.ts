/** Whether a request was answered as to somebody who is logged in. */
import type { RequestEntry } from '../recording/recording.ts';
import { isAsking, redirectTarget } from './chain.ts';
import { lookOfRequest, lookOfUrl } from './url-look.ts';

export type Answer = 'allowed' | 'refused' | 'other';

/** `refused`: 401, 403, or sent to a login page or an identity provider. `allowed`: 2xx. */
export function answerOf(request: RequestEntry): Answer {
  const { status } = request;
  if (status === null || request.error !== null) return 'other';
  if (status === 401 || status === 403) return 'refused';
  if (status >= 200 && status < 300) return 'allowed';
  return isSentToLogin(request) ? 'refused' : 'other';
}

function isSentToLogin(request: RequestEntry): boolean {
  const target = redirectTarget(request);
  const to = target === null ? null : lookOfUrl(target);
  if (to === null) return false;
  const from = lookOfRequest(request);
  // From one step of a login to the next is no refusal.
  if (from === null || from.login || from.factor || from.logout) return false;
  return (to.login && !to.done) || (to.provider && !from.provider);
}

/** What requests for one page or resource have in common: origin and path, and the method where it is not GET. */
export function resourceOf(request: RequestEntry): string | null {
  const { method } = request;
  const look = lookOfRequest(request);
  if (look === null) return null;
  return method === 'GET' || method === 'HEAD' ? look.page : `${method} ${look.page}`;
}

/** What one page or resource answered. */
export interface Answered {
  /** Requests that were refused, oldest first, bounded. */
  readonly refused: RequestEntry[];
  /** When it first answered 2xx; null: never. */
  allowedSince: number | null;
}

const MAX_REFUSED = 20;

export type Answers = ReadonlyMap<string, Readonly<Answered>>;

/** What each resource of an application answered. */
export function answersOf(requests: readonly RequestEntry[]): Answers {
  const answers = new Map<string, Answered>();
  for (const request of requests) {
    if (!isAsking(request)) continue;
    const answer = answerOf(request);
    const resource = answer === 'other' ? null : resourceOf(request);
    if (resource === null) continue;
    let known = answers.get(resource);
    if (known === undefined) {
      known = { refused: [], allowedSince: null };
      answers.set(resource, known);
    }
    if (answer === 'allowed') known.allowedSince ??= request.at;
    else if (known.refused.length < MAX_REFUSED) known.refused.push(request);
  }
  return answers;
}

/** Whether a resource was refused before a time. */
export function wasRefusedBefore(answers: Answers, request: RequestEntry, at: number): boolean {
  const resource = resourceOf(request);
  const [first] = resource === null ? [] : (answers.get(resource)?.refused ?? []);
  return first !== undefined && first.at < at;
}
