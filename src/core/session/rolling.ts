import type { RequestEntry } from '../recording/recording.ts';
import { isAsking } from './chain.ts';
import type { CookieLife } from './cookie-life.ts';

/** Four in five. */
const NEARLY = 0.8;
const FEWEST = 3;

/** How often the responses that could change a cookie did. */
export interface ChangeRate {
  /** Responses to requests that had the cookie, those of logins and logouts left out. */
  readonly responses: number;
  readonly changes: number;
  /** Of the changes, those after a login. */
  readonly signedIn: number;
}

/**
 * @param part the whole value, or its stable part: a token that is signed anew for the same session changes in value only.
 * @param leftOut requests of logins and logouts: a change there is what is asked about.
 * @param isSignedIn whether a request came after a login.
 */
export function changeRate(
  life: CookieLife,
  part: 'id' | 'value',
  leftOut: ReadonlySet<RequestEntry>,
  isSignedIn: (request: RequestEntry) => boolean,
): ChangeRate {
  const written = new Map<RequestEntry, string | null>();
  const before = new Map<RequestEntry, string | null>();
  let known: string | null = null;
  for (const state of life.states) {
    if (state.request !== null && state.by === 'response') {
      if (!before.has(state.request)) before.set(state.request, known);
      written.set(state.request, state[part]);
    }
    known = state[part];
  }
  let responses = 0;
  let changes = 0;
  let signedIn = 0;
  const sent = new Map<RequestEntry, string>();
  for (const send of life.sends) {
    const { request } = send;
    if (written.has(request)) sent.set(request, send[part]);
    else if (couldWrite(request) && !leftOut.has(request) && isAsking(request)) responses += 1;
  }
  for (const [request, id] of written) {
    const was = sent.get(request) ?? before.get(request) ?? null;
    if (was === null || id === null || leftOut.has(request)) continue;
    responses += 1;
    if (was === id) continue;
    changes += 1;
    if (isSignedIn(request)) signedIn += 1;
  }
  return { responses, changes, signedIn };
}

function couldWrite({ status, fromCache }: RequestEntry): boolean {
  return status !== null && status !== 304 && !fromCache;
}

/** The value changes with nearly every response: four in five or more of at least three. */
export function isRolling({ responses, changes }: ChangeRate): boolean {
  return responses >= FEWEST && changes >= NEARLY * responses;
}

/** That a change at login proves nothing needs signed-in pages that changed it too. */
export function provesNothing(rate: ChangeRate): boolean {
  return isRolling(rate) && rate.signedIn > 0;
}
