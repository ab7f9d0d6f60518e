/** How long a session was seen to last: without being used, and in all. */
import { type Answers, answerOf, resourceOf } from './answer.ts';
import type { CookieLife } from './cookie-life.ts';

/** Milliseconds; null: nothing was seen. */
export interface ObservedBounds {
  /** The longest pause after which the server still knew the session: the idle limit is no shorter. */
  readonly idleAtLeast: number | null;
  /** The longest time from an ID's first sight to its last accepted use: the absolute limit is no shorter. */
  readonly absoluteAtLeast: number | null;
  /** The shortest pause and age at which an ID, not logged out, was refused where it had been accepted. */
  readonly endedAfter: { readonly idle: number; readonly age: number } | null;
}

/** Limits to set beside what was observed, milliseconds. */
export const REFERENCE_LIMITS = [
  { source: 'NIST SP 800-63B-4, AAL1', absolute: 30 * 86_400_000, idle: null },
  { source: 'NIST SP 800-63B-4, AAL2', absolute: 24 * 3_600_000, idle: 3_600_000 },
  { source: 'NIST SP 800-63B-4, AAL3', absolute: 12 * 3_600_000, idle: 15 * 60_000 },
  { source: 'OWASP Session Management', absolute: 8 * 3_600_000, idle: 30 * 60_000 },
  { source: 'OWASP Session Management, high value', absolute: 4 * 3_600_000, idle: 5 * 60_000 },
] as const;

/** @param logouts when logouts began: what comes after one says nothing of time. */
export function boundsOf(life: CookieLife, answers: Answers, logouts: readonly number[]): ObservedBounds {
  const uses = new Map<string, { first: number; last: number }>();
  let idle: number | null = null;
  let absolute: number | null = null;
  let ended: ObservedBounds['endedAfter'] = null;
  for (const { request, id } of life.sends) {
    const answer = answerOf(request);
    if (answer === 'other') continue;
    const known = answers.get(resourceOf(request) ?? '');
    const use = uses.get(id);
    if (answer === 'allowed') {
      // An open page is answered to anybody: it tells nothing of the session.
      if (known === undefined || known.refused.length === 0) continue;
      if (use === undefined) {
        uses.set(id, { first: request.at, last: request.at });
        continue;
      }
      idle = Math.max(idle ?? 0, request.at - use.last);
      absolute = Math.max(absolute ?? 0, request.at - use.first);
      use.last = request.at;
    } else if (
      use !== undefined &&
      ended === null &&
      !logouts.some((at) => at >= use.first && at <= request.at)
    ) {
      ended = { idle: request.at - use.last, age: request.at - use.first };
    }
  }
  return { idleAtLeast: idle, absoluteAtLeast: absolute, endedAfter: ended };
}
