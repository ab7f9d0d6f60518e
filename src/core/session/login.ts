/** Logins: attempts joined to flows, each told to have succeeded or failed. */
import type { RequestEntry } from '../recording/recording.ts';
import type { Answers } from './answer.ts';
import { chainOf, endOf, isPage } from './chain.ts';
import { lookOfFields } from './field-look.ts';
import type { Attempt, Flow } from './flow.ts';
import { joins } from './join-attempts.ts';
import { type OutcomeContext, outcomeOf, pageBefore } from './outcome.ts';
import { lookOfRequest, lookOfUrl } from './url-look.ts';
import type { SiteView } from './view.ts';

export interface LoginContext {
  readonly view: SiteView;
  readonly attempts: readonly Attempt[];
  readonly answers: Answers;
  /** Whether a response set or replaced the ID of a session cookie. */
  readonly changesSession: (request: RequestEntry) => boolean;
  /** When logouts happened, oldest first. */
  readonly logouts: readonly number[];
}

/** Logins and changes of rights, oldest first. */
export function loginsOf(context: LoginContext): readonly Flow[] {
  const groups: Attempt[][] = [];
  for (const attempt of context.attempts) {
    const open = groups.at(-1);
    if (open !== undefined && joins(context.view, open, attempt)) open.push(attempt);
    else groups.push([attempt]);
  }
  const flows: Flow[] = [];
  let signedInSince: number | null = null;
  for (const [index, group] of groups.entries()) {
    const [first] = group;
    if (first === undefined) continue;
    const at = first.request.at;
    const since: number | null = signedInSince;
    if (since !== null && context.logouts.some((logout) => logout > since && logout <= at))
      signedInSince = null;
    const flow = flowOf(context, group, groups[index + 1]?.[0] ?? null, signedInSince !== null);
    if (flow === null) continue;
    flows.push(flow);
    if (flow.kind === 'login' && flow.outcome.result === 'success') signedInSince = flow.until;
  }
  return flows;
}

function flowOf(
  context: LoginContext,
  group: readonly Attempt[],
  next: Attempt | null,
  signedIn: boolean,
): Flow | null {
  const first = group[0];
  const last = group.at(-1);
  if (first === undefined || last === undefined || last.kind === 'identifier') return null;
  const kind = kindOf(group, last, signedIn);
  if (kind === null || isOfSomebodyKnown(context, last, signedIn)) return null;
  const nextAt = next?.request.at ?? Number.POSITIVE_INFINITY;
  const until = Math.min(untilOf(last), Math.max(nextAt, endOf(last.request)));
  const outcomeContext: OutcomeContext = { ...context, next, until, nextAt };
  const outcome = outcomeOf(outcomeContext, last, kind);
  // What may as well have been something else is told of only where it worked.
  const mustWork = last.kind === 'sign-up' || last.kind === 'provider' || kind === 'privilege-change';
  if (mustWork && outcome.result !== 'success') return null;
  return {
    kind,
    at: first.request.at,
    until,
    url: first.request.url,
    method: first.request.method,
    by: group.find((attempt) => attempt.kind !== 'identifier')?.kind ?? last.kind,
    attempts: group,
    requests: requestsOf(context.view, group),
    outcome,
  };
}

function kindOf(group: readonly Attempt[], last: Attempt, signedIn: boolean): Flow['kind'] | null {
  const look = lookOfRequest(last.request);
  if (last.kind === 'password-change') return signedIn ? 'privilege-change' : null;
  if (last.kind === 'reauthentication') return signedIn ? 'privilege-change' : null;
  if (last.kind === 'sign-up') return signedIn && !look?.login ? null : 'login';
  if (last.kind === 'provider' && signedIn && isRenewal(last)) return null;
  if (!signedIn || look?.login || last.kind === 'provider' || last.kind === 'http') return 'login';
  // A form with a password that somebody who is logged in sends elsewhere is no login; asking again who is there may be one.
  if (last.kind === 'otp' || last.kind === 'passkey')
    return group.length === 1 ? 'privilege-change' : 'login';
  return look?.privilege ? 'privilege-change' : null;
}

/** Script hands over a new ID token now and then, for the session to go on. */
function isRenewal({ request }: Attempt): boolean {
  const look = lookOfRequest(request);
  return request.method === 'POST' && !isPage(request) && !look?.login && !look?.provider;
}

/**
 * Somebody who is logged in links an account of another site; or sends a form of a private page, which was open before, in a
 * recording that does not show the login.
 */
function isOfSomebodyKnown(
  { view, answers, changesSession }: LoginContext,
  { kind, request, chain }: Attempt,
  signedIn: boolean,
): boolean {
  if (chain.some(changesSession)) return false;
  if (kind === 'provider') return signedIn;
  const look = lookOfRequest(request);
  if (kind !== 'password' || signedIn || look === null || look.login) return false;
  if (lookOfFields(request.fields?.names ?? []).login) return false;
  const form = pageBefore(view, request);
  const page = form === null ? null : lookOfUrl(form);
  return (
    page?.personal === true &&
    !page.login &&
    (answers.get(page.page)?.allowedSince ?? request.at) < request.at
  );
}

const SETTLES_MS = 2000;

/** When the first page after it was answered; without one, a little after the answer, for script that asks on. */
function untilOf({ chain, landing }: Attempt): number {
  const end = Math.max(...chain.map(endOf));
  return landing === null ? end + SETTLES_MS : Math.max(end, endOf(landing));
}

/** Redirects and pages of all attempts, each once. */
export function requestsOf(
  { recording }: Pick<SiteView, 'recording'>,
  group: readonly Attempt[],
): readonly RequestEntry[] {
  const all = new Set<RequestEntry>();
  for (const { chain, landing } of group) {
    for (const hop of chain) all.add(hop);
    if (landing === null || all.has(landing)) continue;
    for (const hop of isPage(landing) ? chainOf(recording, landing) : [landing]) all.add(hop);
  }
  return [...all];
}
