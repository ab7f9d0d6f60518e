/** How a cookie's end behaves as it is written again: for a bar on a time axis. */

/**
 * `sliding`: each writing gives the same time from then on; `fixed`: each gives the same end; `varied`: neither;
 * `once`: it was written once, which tells nothing; `session`: it has no end.
 */
export type ExpiryOfBar = 'session' | 'once' | 'fixed' | 'sliding' | 'varied';

export interface BarExpiry {
  readonly expiry: ExpiryOfBar;
  /** What its last writing gave it, milliseconds; null: no end, or the writing was not seen. */
  readonly lifetime: number | null;
  /** The ends that its newest life had before its last one, earliest first. */
  readonly formerEnds: readonly number[];
}

/** A writing, or the first sight of what was written before. */
export interface Writing {
  readonly at: number;
  readonly kind: 'seen' | 'created' | 'changed' | 'renewed';
  /** The end that it gave; null: the browser session's. */
  readonly expires: number | null;
}

/** Answers take their time, and `Expires` counts whole seconds. */
const TOLERANCE_MS = 2000;

/**
 * Of the newest life: what was before the cookie was last created is another's.
 * @param expires its end as the store has it.
 */
export function expiryOf(ticks: readonly Writing[], expires: number | null): BarExpiry {
  const begins = ticks.findLastIndex(({ kind }) => kind === 'created' || kind === 'seen');
  const life = ticks.slice(Math.max(0, begins));
  const last = life.at(-1);
  const lifetime =
    expires === null || last === undefined || last.kind === 'seen' ? null : Math.max(0, expires - last.at);
  const ends = life.flatMap((tick) => (tick.expires === null ? [] : [tick.expires]));
  return { expiry: kindOf(life, ends, expires), lifetime, formerEnds: formerOf(ends, expires) };
}

function kindOf(life: readonly Writing[], ends: readonly number[], expires: number | null): ExpiryOfBar {
  if (expires === null) return 'session';
  if (ends.length < 2) return 'once';
  const given = life.flatMap(({ at, kind, expires: end }) =>
    end === null || kind === 'seen' ? [] : [end - at],
  );
  if (spread(ends) <= TOLERANCE_MS) return 'fixed';
  // What was there already tells its end, and not what was given.
  if (given.length < 2) return 'varied';
  return spread(given) <= TOLERANCE_MS ? 'sliding' : 'varied';
}

function formerOf(ends: readonly number[], expires: number | null): readonly number[] {
  const others = new Set(ends.filter((end) => expires === null || Math.abs(end - expires) > TOLERANCE_MS));
  return [...others].sort((a, b) => a - b);
}

function spread(numbers: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const number of numbers) {
    least = Math.min(least, number);
    most = Math.max(most, number);
  }
  return most - least;
}
