/** Logouts: by path or action words, by a session cookie that a response deletes, by Clear-Site-Data. */
import type { RequestEntry } from '../recording/recording.ts';
import { answerOf } from './answer.ts';
import { landingOf, requestsAfter } from './attempts.ts';
import { chainOf, endOf, isAsking, isDocument } from './chain.ts';
import { clearsCookies } from './clear-site-data.ts';
import { lookOfFields } from './field-look.ts';
import type { Flow } from './flow.ts';
import { lookOfRequest } from './url-look.ts';
import type { SiteView } from './view.ts';

export interface LogoutContext {
  readonly view: SiteView;
  /** Whether a response removed a session cookie, or emptied it. */
  readonly endsSession: (request: RequestEntry) => boolean;
  /** Of the site's moments, when pages were done, oldest first. */
  readonly pagesDone: readonly number[];
  /** Requests that belong to logins: what they remove is no logout. */
  readonly isLogin: (request: RequestEntry) => boolean;
}

type By = 'path' | 'deletion' | 'clear-site-data';

/** Requests that say by themselves that they log out, whatever they do then. */
export function isLogoutRequest(request: RequestEntry): boolean {
  if (!isAsking(request)) return false;
  const look = lookOfRequest(request);
  if (look === null) return false;
  if (request.method === 'DELETE') return look.logout || look.sessionResource;
  if (look.logout) return !(look.done && request.method === 'GET');
  const names = request.fields?.names ?? [];
  return (
    names.length > 0 &&
    names.length <= 10 &&
    lookOfFields(names).logout &&
    lookOfFields(names).passwords === 0
  );
}

export function logoutsOf(context: LogoutContext): readonly Flow[] {
  const { view } = context;
  const taken = new Set<RequestEntry>();
  const flows: Flow[] = [];
  for (const [index, request] of view.requests.entries()) {
    if (taken.has(request)) continue;
    const by = seenBy(context, request);
    if (by === null) continue;
    const chain = chainOf(view.recording, request);
    for (const hop of chain) taken.add(hop);
    if (by === 'path' && isOnlyAsked(context, request, chain, index)) continue;
    const flow = flowOf(context, request, chain, index, by);
    const before = flows.at(-1);
    // A logout often has several requests: of the session, of the provider, of a token.
    if (before !== undefined && request.at <= before.until + TOGETHER_MS && before.attempts.length === 0) {
      flows[flows.length - 1] = {
        ...before,
        until: Math.max(before.until, flow.until),
        requests:
          before.requests.length < MOST_TOGETHER
            ? [...new Set([...before.requests, ...flow.requests])]
            : before.requests,
      };
    } else flows.push(flow);
  }
  return flows;
}

const TOGETHER_MS = 1000;
/** What asks for more logouts in one go is no person. */
const MOST_TOGETHER = 50;

function seenBy(context: LogoutContext, request: RequestEntry): By | null {
  if (isLogoutRequest(request)) return 'path';
  if (context.isLogin(request)) return null;
  if (clearsCookies(request)) return 'clear-site-data';
  // A server that removes what it no longer knows, and asks for a login, ended the session before.
  return isAsking(request) && answerOf(request) !== 'refused' && context.endsSession(request)
    ? 'deletion'
    : null;
}

/** A page that asks "Do you want to log out?" is followed by the logout itself. */
function isOnlyAsked(
  { view, endsSession, isLogin }: LogoutContext,
  request: RequestEntry,
  chain: readonly RequestEntry[],
  index: number,
): boolean {
  if (request.status !== null && request.status >= 400) return true;
  const isPageOnly = request.method === 'GET' && isDocument(request) && chain.length === 1;
  if (!isPageOnly || chain.some((hop) => endsSession(hop) || clearsCookies(hop))) return false;
  for (const later of requestsAfter(view.requests, index, ASKED_MS)) {
    if (isLogin(later)) return false;
    // Or by whatever address script of that page asks at.
    if (isLogoutRequest(later) || (later.at - request.at < SCRIPT_MS && endsSession(later))) return true;
  }
  return false;
}

const ASKED_MS = 10 * 60_000;
const SCRIPT_MS = 15_000;

function flowOf(
  { view, pagesDone }: LogoutContext,
  request: RequestEntry,
  chain: readonly RequestEntry[],
  index: number,
  by: By,
): Flow {
  const landing = landingOf(chain, view.requests, index);
  const requests = [...new Set([...chain, ...(landing === null ? [] : chainOf(view.recording, landing))])];
  const answered = Math.max(...requests.map(endOf));
  return {
    kind: 'logout',
    at: request.at,
    until: doneAfter(pagesDone, answered),
    url: request.url,
    method: request.method,
    by,
    attempts: [],
    requests,
    outcome:
      request.status === null
        ? { result: 'unknown', because: { kind: 'answer-not-seen' } }
        : { result: 'success', because: { kind: `seen-by-${by}` } },
  };
}

/** When the page was done that was answered at a time: a request in flight may bring a cookie back until then. */
function doneAfter(pagesDone: readonly number[], answered: number): number {
  let low = 0;
  let high = pagesDone.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pagesDone[middle] ?? 0) < answered) low = middle + 1;
    else high = middle;
  }
  const done = pagesDone[low];
  return done !== undefined && done - answered < PAGE_MS ? done : answered;
}

const PAGE_MS = 15_000;
