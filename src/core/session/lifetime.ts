import type { ExpiryKind, SessionLifetime } from '../audit/report.ts';
import type { CookieLife, CookieState } from './cookie-life.ts';

/** Clocks of server and browser differ, and `Expires` counts whole seconds. */
const TOLERANCE_MS = 2000;

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
  // Lines that came within a moment fit both: the better fit is meant.
  if (Math.min(apartEnds, apartRemaining) > TOLERANCE_MS) return 'unknown';
  return apartEnds <= apartRemaining ? 'fixed' : 'sliding';
}

/** A new session has a new end: only lines for one ID tell whether that moves. The newest ID that was set more than once. */
function comparable(set: readonly CookieState[], isRolling: boolean): readonly CookieState[] {
  if (isRolling) return set;
  const counts = new Map<string | null, number>();
  for (const { id } of set) counts.set(id, (counts.get(id) ?? 0) + 1);
  const id = set.findLast((state) => (counts.get(state.id) ?? 0) > 1)?.id;
  return id === undefined ? set.slice(-1) : set.filter((state) => state.id === id);
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
