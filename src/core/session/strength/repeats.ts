/** IDs that came more than once, and what their number, or their absence, tells of how many IDs there can be (the birthday bound). */

export interface Repeats {
  /** Pairs of equal values. */
  readonly pairs: number;
  /** Values that came before already. */
  readonly again: number;
  /** log2 of the number of different IDs that so many pairs suggest; null without pairs. */
  readonly suggestedBits: number | null;
  /** Without pairs: with 99 % confidence there are at least 2 to this many IDs. */
  readonly shownBits: number;
}

export function repeatsOf(values: readonly string[]): Repeats {
  const counts = new Map<string, number>();
  let pairs = 0;
  for (const value of values) {
    const seen = counts.get(value) ?? 0;
    pairs += seen;
    counts.set(value, seen + 1);
  }
  const possible = (values.length * (values.length - 1)) / 2;
  return {
    pairs,
    again: values.length - counts.size,
    suggestedBits: pairs === 0 ? null : Math.log2(Math.max(1, possible / pairs)),
    // exp(-possible / IDs) is the chance of no pair at all.
    shownBits: Math.log2(Math.max(1, possible / Math.log(100))),
  };
}

/** Whether so many pairs are too many for IDs of `bits` bits: chance would bring them less than once in a million samples. */
export function areTooMany({ pairs }: Repeats, sampleSize: number, bits: number): boolean {
  const expected = (sampleSize * (sampleSize - 1)) / 2 / 2 ** bits;
  return pairs > 0 && poissonTail(pairs, expected) < 1e-6;
}

/** P(X >= least) for a Poisson variable. */
function poissonTail(least: number, mean: number): number {
  if (least <= mean) return 1;
  let term = 1;
  for (let k = 1; k <= least; k++) term *= mean / k;
  let sum = 0;
  for (let k = least; k < least + 1000 && term > 0; k++) {
    sum += term;
    term *= mean / (k + 1);
  }
  return sum * Math.exp(-mean);
}
