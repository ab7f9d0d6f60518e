import type { Recording, RequestEntry, RequestKey } from '../../../core/recording/recording.ts';

/** Longest chain shown; browsers stop at 20 redirects. */
const MOST_HOPS = 40;

/** All recorded hops of a request, first to last: redirects and authentication retries. */
export function hopsOf(recording: Recording, of: RequestEntry): readonly RequestEntry[] {
  const last = recording.index.newestHop.get(of.requestId)?.hop ?? of.hop;
  const hops: RequestEntry[] = [];
  for (let hop = Math.max(0, last - MOST_HOPS); hop <= last; hop++) {
    const entry = recording.requests.get(`${of.requestId}/${hop}` as RequestKey);
    if (entry) hops.push(entry);
  }
  return hops;
}
