/** Logins and logouts that a person marked by hand, for what cannot be seen. */
import type { RequestEntry } from '../recording/recording.ts';
import { chainOf, endOf, isAsking } from './chain.ts';
import type { Flow } from './flow.ts';
import { indexOfTime } from './join-attempts.ts';
import type { SiteView } from './view.ts';

/** A press of a button is this far from what it means, at most. */
const NEAR_MS = 15_000;

/** Flows with what the marks say: one that is near is what was meant, and worked; else the mark is a flow of its own. */
export function withMarks(view: SiteView, flows: readonly Flow[]): readonly Flow[] {
  const result = [...flows];
  for (const moment of view.recording.moments) {
    if (moment.kind !== 'mark' || moment.mark === 'note') continue;
    const { at, mark } = moment;
    const near = result.findLastIndex(
      (flow) => flow.kind === mark && flow.at - NEAR_MS <= at && at <= flow.until + NEAR_MS,
    );
    const flow = result[near];
    if (flow === undefined) result.push(flowOfMark(view, mark, at));
    else if (flow.outcome.result === 'unknown')
      result[near] = { ...flow, outcome: { result: 'success', because: { kind: 'marked' } } };
  }
  return result.sort((a, b) => a.at - b.at);
}

function flowOfMark(view: SiteView, mark: 'login' | 'logout', at: number): Flow {
  const request = meantBy(view, at);
  const requests = request === null ? [] : chainOf(view.recording, request);
  return {
    kind: mark,
    // Script may have done it without a request: what changed since the last one, or just before, is what is meant.
    at: request === null ? Math.max(at - NEAR_MS, lastEnd(view, at)) : Math.min(at, request.at),
    until: Math.max(at, ...requests.map(endOf)),
    url: request?.url ?? null,
    method: request?.method ?? null,
    by: 'mark',
    attempts: [],
    requests,
    outcome: { result: 'success', because: { kind: 'marked' } },
  };
}

function lastEnd({ requests }: SiteView, at: number): number {
  const last = requests[indexOfTime(requests, at) - 1];
  return last === undefined ? 0 : Math.min(at, endOf(last) + 1);
}

/** The request that the mark is about: the nearest that sends something; else the nearest page or data. */
function meantBy({ requests }: SiteView, at: number): RequestEntry | null {
  const start = indexOfTime(requests, at - NEAR_MS);
  let best: RequestEntry | null = null;
  let bestRank = Number.POSITIVE_INFINITY;
  for (let i = start; i < Math.min(requests.length, start + 500); i++) {
    const request = requests[i];
    if (request === undefined || request.at > at + NEAR_MS) break;
    if (!isAsking(request)) continue;
    const rank = Math.abs(request.at - at) + (request.method === 'GET' ? 2 * NEAR_MS : 0);
    if (rank >= bestRank) continue;
    best = request;
    bestRank = rank;
  }
  return best;
}
