/** The attempts to log in that a site's requests show. */
import type { RequestEntry } from '../recording/recording.ts';
import { chainOf, endOf, isDocument, isPage } from './chain.ts';
import { Challenges } from './challenges.ts';
import { credentialOf, hasHttpCredential, isChallenge } from './credential.ts';
import type { Attempt } from './flow.ts';
import type { SiteView } from './view.ts';

/** Script goes to the next page within this time of an answer. */
const SCRIPT_GOES_MS = 5000;

export function attemptsOf({ recording, requests }: SiteView): readonly Attempt[] {
  const attempts: Attempt[] = [];
  const inChain = new Set<RequestEntry>();
  const challenges = new Challenges(recording);
  const knownHosts = new Set<string>();
  for (const [index, request] of requests.entries()) {
    const answersChallenge = challenges.isAnsweredBy(request);
    if (inChain.has(request)) continue;
    const kind = answersChallenge ? 'http' : credentialOf(request, knownHosts.has(request.host));
    if (hasHttpCredential(request)) knownHosts.add(request.host);
    if (kind === null) continue;
    challenges.settle(request);
    // What follows a challenge is another attempt, no redirect.
    const chain = isChallenge(request) ? [request] : chainOf(recording, request);
    for (const hop of chain) inChain.add(hop);
    attempts.push({ kind, request, chain, landing: landingOf(chain, requests, index) });
  }
  return attempts;
}

/** The chain's end where it is a page; else the page that script went to right after. */
export function landingOf(
  chain: readonly RequestEntry[],
  requests: readonly RequestEntry[],
  index: number,
): RequestEntry | null {
  const last = chain.at(-1);
  if (last === undefined) return null;
  if (isDocument(last)) return last;
  const end = endOf(last);
  for (const request of requestsAfter(requests, index, SCRIPT_GOES_MS + end - (requests[index]?.at ?? end))) {
    if (isPage(request) && request.at >= end) return request.method === 'GET' ? request : null;
  }
  return null;
}

/** Requests that began within a time after one of them. */
export function* requestsAfter(
  requests: readonly RequestEntry[],
  index: number,
  within: number,
): Generator<RequestEntry> {
  const start = requests[index]?.at ?? 0;
  for (let i = index + 1; i < Math.min(requests.length, index + MOST_AFTER); i++) {
    const request = requests[i];
    if (request === undefined || request.at > start + within) return;
    yield request;
  }
}

/** A bound for recordings that nobody's browsing makes. */
const MOST_AFTER = 2000;
