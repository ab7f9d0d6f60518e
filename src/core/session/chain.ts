/** A request with the redirects that follow it. */
import { requestKey } from '../recording/keys.ts';
import type { Recording, RequestEntry } from '../recording/recording.ts';

const MAX_HOPS = 25;

/** A request's hops from `first` on, the one that is answered by no redirect last. */
export function chainOf(recording: Recording, first: RequestEntry): readonly RequestEntry[] {
  const chain = [first];
  while (chain.length < MAX_HOPS) {
    const last = chain.at(-1);
    const next =
      last === undefined ? undefined : recording.requests.get(requestKey(last.requestId, last.hop + 1));
    if (next === undefined) return chain;
    chain.push(next);
  }
  return chain;
}

/** Where a redirect leads; null where the answer is none. */
export function redirectTarget({ url, status, responseHeaders }: RequestEntry): string | null {
  if (status === null || status < 300 || status > 399 || status === 304) return null;
  const location = responseHeaders.find(({ name }) => name === 'location')?.value;
  if (location === undefined || !URL.canParse(location, url)) return null;
  return new URL(location, url).href;
}

const DOCUMENTS = new Set(['main_frame', 'sub_frame']);
const ASKING = new Set(['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'other']);

export function isPage({ type }: RequestEntry): boolean {
  return type === 'main_frame';
}

export function isDocument({ type }: RequestEntry): boolean {
  return DOCUMENTS.has(type);
}

/** A request that an application answers: pages and data, not pictures, styles and scripts. */
export function isAsking({ type, url }: RequestEntry): boolean {
  return ASKING.has(type) && !STATIC.test(url);
}

/** The last segment of a path, whatever query follows. */
const STATIC = /^[^?#]*\.(?:js|mjs|css|png|jpe?g|gif|svg|webp|ico|woff2?|map)(?:[?#]|$)/i;

/** When a request was answered, or else sent. */
export function endOf({ respondedAt, at }: RequestEntry): number {
  return respondedAt ?? at;
}
