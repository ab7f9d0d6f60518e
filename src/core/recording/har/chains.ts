/** Entries that are one request: redirects, and the second try after a 401. */
import type { HarEntry } from './entry.ts';

export interface Chain {
  readonly hops: readonly HarEntry[];
}

/** A redirect is followed at once; a person may think about a password. */
const REDIRECT_WITHIN_MS = 30_000;
const RETRY_WITHIN_MS = 300_000;
/** Clocks of several processes. */
const TOLERANCE_MS = 50;

/** @param entries in order of time. The chains come in order of their beginning. */
export function chainsOf(entries: readonly HarEntry[]): Chain[] {
  const waiting = queuesByUrl(entries);
  const next = new Map<HarEntry, HarEntry>();
  const taken = new Set<HarEntry>();
  for (const [place, entry] of entries.entries()) {
    const follower = followerOf(entry, place, waiting, taken);
    if (follower === undefined) continue;
    taken.add(follower);
    next.set(entry, follower);
    // The next hop begins when the answer is there: its time is surer than what timings add up to.
    entry.respondedAt = Math.max(entry.at, Math.min(entry.respondedAt, follower.at));
  }
  return entries.filter((entry) => !taken.has(entry)).map((head) => ({ hops: hopsFrom(head, next) }));
}

interface Queue {
  readonly places: { readonly place: number; readonly entry: HarEntry }[];
  first: number;
}

function queuesByUrl(entries: readonly HarEntry[]): Map<string, Queue> {
  const queues = new Map<string, Queue>();
  for (const [place, entry] of entries.entries()) {
    const queue = queues.get(entry.url);
    if (queue === undefined) queues.set(entry.url, { places: [{ place, entry }], first: 0 });
    else queue.places.push({ place, entry });
  }
  return queues;
}

/** How far a queue is searched: a page can ask for one URL as often as it likes. */
const LOOK = 20;

function followerOf(
  entry: HarEntry,
  place: number,
  waiting: ReadonlyMap<string, Queue>,
  taken: ReadonlySet<HarEntry>,
): HarEntry | undefined {
  const isRetry = isChallenge(entry);
  if (entry.redirectsTo === '' && !isRetry) return undefined;
  const queue = waiting.get(isRetry ? entry.url : entry.redirectsTo);
  if (queue === undefined) return undefined;
  // What stands before this place stands before all that come after it, too.
  while ((queue.places[queue.first]?.place ?? place + 1) <= place) queue.first += 1;
  for (let at = queue.first; at < queue.first + LOOK; at++) {
    const candidate = queue.places[at]?.entry;
    if (candidate === undefined) return undefined;
    if (taken.has(candidate)) continue;
    const delay = candidate.at - entry.at;
    if (isRetry) {
      if (delay > RETRY_WITHIN_MS) return undefined;
      if (candidate.hints.authorized && candidate.method === entry.method) return candidate;
    } else {
      if (candidate.at > entry.respondedAt + REDIRECT_WITHIN_MS) return undefined;
      if (delay >= -TOLERANCE_MS && isMethodAfter(entry, candidate)) return candidate;
    }
  }
  return undefined;
}

function isChallenge({ status, responseHeaders, hints }: HarEntry): boolean {
  if (status !== 401 && status !== 407) return false;
  return (
    !hints.authorized && (status === 407 || responseHeaders.some(({ name }) => name === 'www-authenticate'))
  );
}

/** Fetch, HTTP-redirect fetch: 303 becomes GET, and so does a POST at 301 and 302. */
function isMethodAfter({ status, method }: HarEntry, { method: following }: HarEntry): boolean {
  const changes = (status === 303 && method !== 'HEAD') || (status < 303 && method === 'POST');
  return following === (changes ? 'GET' : method);
}

function hopsFrom(head: HarEntry, next: ReadonlyMap<HarEntry, HarEntry>): HarEntry[] {
  const hops = [head];
  for (let hop = next.get(head); hop !== undefined; hop = next.get(hop)) hops.push(hop);
  return hops;
}
