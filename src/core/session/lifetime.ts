import type { ExpiryKind, SessionLifetime } from '../audit/report.ts';
import type { SetCookieEntry } from '../recording/recording.ts';

/** Clocks of server and browser differ, and `Expires` counts whole seconds. */
const TOLERANCE_MS = 2000;

/**
 * How long a session cookie lives, told by the lines that set it (deletions and refused ones left out), oldest first.
 * `sliding`: every line asks for the same time from then on; `fixed`: for the same moment; `rolling`: the value itself changes
 * with nearly every response. `seconds`: of the newest line.
 */
export function lifetimeOf(lines: readonly SetCookieEntry[]): SessionLifetime {
  const expiry = expiryKind(lines);
  const newest = lines.at(-1);
  const remaining = newest === undefined ? null : remainingOf(newest);
  return {
    kind: isRolling(lines) ? 'rolling' : expiry,
    expiry,
    seconds: remaining === null ? null : Math.round(remaining / 1000),
  };
}

function expiryKind(lines: readonly SetCookieEntry[]): ExpiryKind {
  const newest = lines.at(-1);
  if (newest === undefined) return 'unknown';
  if (remainingOf(newest) === null) return 'browser-session';
  const timed = lines.filter((line) => remainingOf(line) !== null);
  const apartEnds = spread(timed.map((line) => line.at + (remainingOf(line) ?? 0)));
  const apartRemaining = spread(timed.map((line) => remainingOf(line) ?? 0));
  // Lines that came within a moment fit both: the better fit is meant.
  if (Math.min(apartEnds, apartRemaining) > TOLERANCE_MS) return 'unknown';
  return apartEnds <= apartRemaining ? 'fixed' : 'sliding';
}

/** Four in five changes or more, of at least three lines. */
function isRolling(lines: readonly SetCookieEntry[]): boolean {
  if (lines.length < 3) return false;
  const values = lines.map((line) => (line.parsed.ok ? line.parsed.cookie.value : ''));
  const changes = values.slice(1).filter((value, index) => value !== values[index]).length;
  return changes >= 0.8 * (values.length - 1);
}

/** As stored, so after the 400-day cap. */
function remainingOf(line: SetCookieEntry): number | null {
  if (!line.predicted.stored || line.predicted.cookie.expires === null) return null;
  return line.predicted.cookie.expires - line.at;
}

function spread(numbers: readonly number[]): number {
  return Math.max(...numbers) - Math.min(...numbers);
}
