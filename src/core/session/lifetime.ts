import type { ExpiryKind, SessionLifetime } from '../audit/report.ts';
import type { CookieLife, CookieState } from './cookie-life.ts';

/** Answers take their time, and `Expires` counts whole seconds. */
const TOLERANCE_MS = 2000;
/** Lines within this time have the same `Expires` although it moves on: whole seconds again, and half of one for the way. */
const TELLS_MS = 1500;

/**
 * How long a session cookie lives, told by the lines that set it. `sliding`: every line asks for the same time from then on;
 * `fixed`: one line, or all for the same moment; `rolling`: the value itself changes with nearly every response. `seconds`: of the
 * newest line, after the 400-day cap.
 */
export function lifetimeOf(life: CookieLife, isRolling: boolean): SessionLifetime {
  const set = life.states.filter(
    ({ by, value, cookie }) => by === 'response' && value !== null && cookie !== null,
  );
  const expiry = expiryKind(set, isRolling);
  const newest = set.at(-1);
  const remaining = newest === undefined ? null : remainingOf(newest);
  return {
    kind: isRolling ? 'rolling' : expiry,
    expiry,
    seconds: remaining === null ? null : Math.round(remaining / 1000),
  };
}

function expiryKind(set: readonly CookieState[], isRolling: boolean): ExpiryKind {
  const newest = set.at(-1);
  if (newest === undefined) return 'unknown';
  if (remainingOf(newest) === null) return 'browser-session';
  const timed = comparable(
    set.filter((state) => remainingOf(state) !== null),
    isRolling,
  );
  const apartEnds = spread(timed.map(({ at, expires }) => expires ?? at));
  const apartRemaining = spread(timed.map((state) => remainingOf(state) ?? 0));
  if (Math.min(apartEnds, apartRemaining) > TOLERANCE_MS) return 'unknown';
  // Who sets a cookie again that is there already means to renew it: one end for lines within a moment is no sign of another will.
  if (timed.length > 1 && apartEnds === 0 && spanOf(timed) < TELLS_MS) return 'sliding';
  // Lines that came within a moment fit both: the better fit is meant.
  return apartEnds <= apartRemaining ? 'fixed' : 'sliding';
}

/** A new session has a new end: only lines for one ID tell whether that moves. Those of the ID that was set over the longest time. */
function comparable(set: readonly CookieState[], isRolling: boolean): readonly CookieState[] {
  if (isRolling) return set;
  const ofId = new Map<string | null, CookieState[]>();
  for (const state of set) {
    const known = ofId.get(state.id);
    if (known === undefined) ofId.set(state.id, [state]);
    else known.push(state);
  }
  let longest: readonly CookieState[] = set.slice(-1);
  for (const states of ofId.values()) {
    if (states.length > 1 && (longest.length === 1 || spanOf(states) >= spanOf(longest))) longest = states;
  }
  return longest;
}

/** From the first to the last of them, milliseconds. */
function spanOf(states: readonly CookieState[]): number {
  return (states.at(-1)?.at ?? 0) - (states[0]?.at ?? 0);
}

function remainingOf({ expires, at }: CookieState): number | null {
  return expires === null ? null : expires - at;
}

function spread(numbers: readonly number[]): number {
  const { low, high } = numbers.reduce(
    (range, number) => ({ low: Math.min(range.low, number), high: Math.max(range.high, number) }),
    { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY },
  );
  return high - low;
}
