import type { RequestEntry } from '../recording/recording.ts';
import { isPage } from './chain.ts';
import type { Attempt } from './flow.ts';
import { lookOfRequest } from './url-look.ts';
import type { SiteView } from './view.ts';

/** People look for their phone. */
const STEP_MS = 15 * 60_000;
/** Pages that go on by themselves. */
const BY_ITSELF_MS = 60_000;

const FIRST_FACTORS = new Set(['password', 'identifier', 'provider', 'http', 'sign-up', 'passkey', 'otp']);

/** Whether an attempt goes on with a login that has begun: the second of two steps, a second factor, a provider's answer. */
export function joins(view: SiteView, open: readonly Attempt[], next: Attempt): boolean {
  const last = open.at(-1);
  if (last === undefined) return false;
  const apart = next.request.at - last.request.at;
  if (apart > STEP_MS || wasRefused(last)) return false;
  switch (next.kind) {
    case 'password':
    case 'passkey':
    case 'reauthentication':
      // A step that is a page of its own: no other step follows itself.
      return (
        last.kind === 'identifier' ||
        (next.kind === 'passkey' && last.kind === 'password' && onlySteps(view, last, next))
      );
    case 'otp':
      return FIRST_FACTORS.has(last.kind) && onlySteps(view, last, next);
    case 'provider':
      return last.kind !== 'sign-up' && apart <= BY_ITSELF_MS && onlySteps(view, last, next);
    default:
      return false;
  }
}

function wasRefused({ chain }: Attempt): boolean {
  const status = chain.at(-1)?.status ?? null;
  return status !== null && status >= 400;
}

/** No page between them but those of the login itself: nobody was let in yet. */
function onlySteps({ requests }: SiteView, last: Attempt, next: Attempt): boolean {
  const landing = last.landing === null ? null : lookOfRequest(last.landing)?.page;
  return between(requests, last.request, next.request).every((request) => {
    if (!isPage(request) || last.chain.includes(request)) return true;
    const look = lookOfRequest(request);
    return look === null || look.factor || look.login || look.provider || look.page === landing;
  });
}

/** Requests after `from` and before `to`; both are of the list, in its order. */
export function between(
  requests: readonly RequestEntry[],
  from: RequestEntry,
  to: RequestEntry | null,
): readonly RequestEntry[] {
  const start = indexOf(requests, from);
  const end = to === null ? requests.length : indexOf(requests, to);
  return requests.slice(start + 1, end);
}

/** By time first, for the list is long. */
export function indexOf(requests: readonly RequestEntry[], request: RequestEntry): number {
  let low = 0;
  let high = requests.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((requests[middle]?.seq ?? 0) < request.seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first request at or after a time. */
export function indexOfTime(requests: readonly RequestEntry[], at: number): number {
  let low = 0;
  let high = requests.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((requests[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
