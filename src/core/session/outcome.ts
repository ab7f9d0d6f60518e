/** Whether an attempt to log in worked, told as sessions.md says: "What a login looks like". */

import type { RequestEntry } from '../recording/recording.ts';
import type { Answers } from './answer.ts';
import { answerOf, resourceOf, wasRefusedBefore } from './answer.ts';
import { endOf, isDocument, isPage, redirectTarget } from './chain.ts';
import type { Attempt, Flow, Outcome } from './flow.ts';
import { between, indexOf } from './join-attempts.ts';
import type { OutcomeReason } from './reason.ts';
import { lookOfRequest, lookOfUrl } from './url-look.ts';
import type { SiteView } from './view.ts';

export interface OutcomeContext {
  readonly view: SiteView;
  readonly answers: Answers;
  readonly changesSession: (request: RequestEntry) => boolean;
  readonly logouts: readonly number[];
  /** The next attempt, of whatever kind. */
  readonly next: Attempt | null;
  readonly until: number;
  readonly nextAt: number;
}

const success = (kind: OutcomeReason): Outcome => ({ result: 'success', because: { kind } });
const failed = (kind: OutcomeReason): Outcome => ({ result: 'failed', because: { kind } });
const unknown = (kind: OutcomeReason): Outcome => ({ result: 'unknown', because: { kind } });

export function outcomeOf(context: OutcomeContext, attempt: Attempt, kind: Flow['kind']): Outcome {
  const { chain, request } = attempt;
  const last = chain.at(-1) ?? request;
  const refused = chain.find(({ status }) => status !== null && status >= 400);
  if (refused !== undefined && (refused === request || !isStaticError(refused))) {
    return { result: 'failed', because: { kind: 'answered', status: refused.status ?? 0 } };
  }
  if (request.status === null) return unknown('answer-not-seen');
  if (kind === 'login' && isTriedAgain(context, attempt)) return failed('sent-again');
  const sets = chain.some(context.changesSession);
  const target = redirectTarget(request);
  if (attempt.kind === 'http') return success('credentials-accepted');
  if (attempt.kind === 'sign-up' || attempt.kind === 'provider') {
    if (sets) return success('session-set');
    return afterwards(context, attempt) ?? unknown('no-session-set');
  }
  if (target !== null) return byRedirect(context, attempt, target, sets);
  if (last.status === null || last.status < 200 || last.status >= 300) return unknown('answer-not-seen');
  if (sets && !(isDocument(request) && wasSentBack(context, attempt))) return success('session-set');
  const later = afterwards(context, attempt);
  if (later !== null) return later;
  if (isDocument(request)) return failed('same-page-again');
  return goesOn(attempt) ? success('went-on') : unknown('shows-neither');
}

/** A page that is missing, or breaks, after a login that redirected there says nothing of the login. */
function isStaticError({ status }: RequestEntry): boolean {
  return status !== null && (status === 404 || status >= 500);
}

function byRedirect(context: OutcomeContext, attempt: Attempt, target: string, sets: boolean): Outcome {
  const { request, chain } = attempt;
  const from = lookOfRequest(request);
  const targets = chain.map(redirectTarget).filter((url) => url !== null);
  for (const url of targets) if (lookOfUrl(url)?.error) return failed('led-to-error');
  const to = lookOfUrl(targets.at(-1) ?? target);
  // Some pass their login page once more on the way to the account: where it ends is what counts.
  const backToLogin = to?.login && !to.done && !to.factor && !to.provider;
  if (backToLogin || (to !== null && to.page === from?.page && from.login)) {
    return failed('led-back-to-login');
  }
  if (to?.factor) return afterwards(context, attempt) ?? unknown('factor-asked');
  const formPage = pageBefore(context.view, request);
  if (!sets && to !== null && to.page === formPage) {
    // A form that stands on every page leads back to where it was, whether it worked or not.
    return afterwards(context, attempt) ?? unknown('led-back-to-page');
  }
  // Some lead home whether it worked or not.
  if (wasSentBack(context, attempt)) return failed('stayed-closed');
  // What shows more than where it led is told first.
  const later = afterwards(context, attempt);
  return later?.result === 'success' ? later : success('led-away');
}

/** The page the form stood on: who sent the request, or the page before it. */
export function pageBefore({ requests }: SiteView, request: RequestEntry): string | null {
  const referer = request.requestHeaders.find(({ name }) => name === 'referer')?.value;
  const look = referer === undefined ? null : lookOfUrl(referer);
  // A Referer may be cut to its origin (Referrer Policy section 3.4), which is no page.
  if (look !== null && look.path !== '/') return look.page;
  const end = indexOf(requests, request);
  for (let i = end - 1; i >= Math.max(0, end - LOOK_BACK); i--) {
    const candidate = requests[i];
    if (candidate !== undefined && isPage(candidate) && candidate.method === 'GET') {
      return lookOfRequest(candidate)?.page ?? null;
    }
  }
  return null;
}

const LOOK_BACK = 500;

/** The same form again, with no page between that shows somebody being let in. */
function isTriedAgain(context: OutcomeContext, attempt: Attempt): boolean {
  const { next, view, logouts } = context;
  if (next === null || next.kind !== attempt.kind || !isSameForm(attempt.request, next.request)) return false;
  if (attempt.kind === 'http')
    return next.request.at - attempt.request.at < TRY_MS && answerOf(attempt.request) === 'refused';
  const end = endOf(attempt.request);
  if (next.request.at - end > TRY_MS || logouts.some((at) => at >= end && at <= next.request.at))
    return false;
  const landing = attempt.landing === null ? null : lookOfRequest(attempt.landing)?.page;
  return between(view.requests, attempt.request, next.request).every((request) => {
    if (
      !isPage(request) ||
      attempt.chain.includes(request) ||
      request.status === null ||
      request.status >= 300
    )
      return true;
    const look = lookOfRequest(request);
    return look === null || look.login || look.page === landing;
  });
}

const TRY_MS = 10 * 60_000;

function isSameForm(a: RequestEntry, b: RequestEntry): boolean {
  return a.method === b.method && lookOfRequest(a)?.page === lookOfRequest(b)?.page;
}

/** What later requests show: a page that was closed before is open now, or still closed; or somebody logs out. */
function afterwards(context: OutcomeContext, attempt: Attempt): Outcome | null {
  const { view, answers, next, logouts, nextAt } = context;
  const end = endOf(attempt.request);
  const isLogin = attempt.kind !== 'password-change' && attempt.kind !== 'reauthentication';
  const logout = logouts.find((at) => at >= end && at < nextAt);
  for (const request of between(view.requests, attempt.request, next?.request ?? null)) {
    if (request.at < end) continue;
    if (logout !== undefined && request.at >= logout) break;
    const answer = answerOf(request);
    if (answer === 'other') continue;
    const wasRefused = wasRefusedBefore(answers, request, attempt.request.at);
    if (answer === 'allowed' && wasRefused) return success('opened');
    const look = lookOfRequest(request);
    const isPrivate = look?.personal && !look.login && !look.signUp;
    // Pages of script are answered to anybody: one that was open before the login says nothing.
    const wasOpen =
      isLogin && (answers.get(resourceOf(request) ?? '')?.allowedSince ?? request.at) < attempt.request.at;
    if (answer === 'allowed' && isPrivate && !wasOpen && request.sent.length > 0)
      return success('private-open');
    if (answer === 'refused' && (wasRefused || isPrivate)) return failed('stayed-closed');
  }
  return logout === undefined ? null : success('logout-followed');
}

/** The next page that was closed before, or is private by its name, leads to the login page that the attempt came from. */
function wasSentBack(context: OutcomeContext, { request: attempt }: Attempt): boolean {
  const { view, answers, next, logouts } = context;
  const form = pageBefore(view, attempt);
  const logout = logouts.find((at) => at >= endOf(attempt)) ?? Number.POSITIVE_INFINITY;
  for (const request of between(view.requests, attempt, next?.request ?? null)) {
    if (request.at < endOf(attempt)) continue;
    if (request.at >= logout) return false;
    const wasRefused = wasRefusedBefore(answers, request, attempt.at);
    if (!wasRefused && !lookOfRequest(request)?.personal) continue;
    const answer = answerOf(request);
    if (answer === 'allowed' && wasRefused) return false;
    if (answer !== 'refused') continue;
    const target = redirectTarget(request);
    const page = target === null ? null : lookOfUrl(target)?.page;
    return page !== null && (page === form || page === lookOfRequest(attempt)?.page);
  }
  return false;
}

/** Script went to another page at once, and not to one for those who cannot log in. */
function goesOn({ request, landing }: Attempt): boolean {
  if (landing === null || answerOf(landing) !== 'allowed') return false;
  const to = lookOfRequest(landing);
  if (to === null || to.login || to.signUp || to.reset || to.factor || to.error) return false;
  return landing.at - endOf(request) < AT_ONCE_MS && landing.url !== request.url;
}

const AT_ONCE_MS = 3000;
