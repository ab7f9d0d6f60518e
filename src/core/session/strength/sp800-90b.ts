/**
 * Estimates of min-entropy, bits a symbol (NIST SP 800-90B section 6.3). They err to the low side by design: the collision
 * estimate gives 0.6 to 0.9 for a perfect source of bits.
 */

/** The 99 % bound (two-sided) of the normal distribution that all estimates of section 6.3 use. */
const Z = 2.5758293035489008;

/** Section 6.3.1, most common value. 0 for less than two symbols. */
export function mostCommonValue(symbols: ArrayLike<number>): number {
  if (symbols.length < 2) return 0;
  const counts = new Map<number, number>();
  let most = 0;
  for (let i = 0; i < symbols.length; i++) {
    const seen = (counts.get(symbols[i] ?? 0) ?? 0) + 1;
    counts.set(symbols[i] ?? 0, seen);
    most = Math.max(most, seen);
  }
  return boundedShare(most, symbols.length);
}

/** Bits of the share `most / total`, put as high as the confidence allows. */
export function boundedShare(most: number, total: number): number {
  const share = most / total;
  const upper = share + Z * Math.sqrt((share * (1 - share)) / Math.max(total - 1, 1));
  return Math.max(0, -Math.log2(Math.min(1, upper)));
}

/** Section 6.3.2, collision, for bits: how soon one of two values comes again. null under two collisions. */
export function collision(bits: Uint8Array): number | null {
  let sum = 0;
  let squares = 0;
  let seen = 0;
  for (let i = 0; i + 1 < bits.length; ) {
    // Of three bits two are always equal.
    const time = bits[i] === bits[i + 1] ? 2 : 3;
    if (i + time > bits.length) break;
    sum += time;
    squares += time * time;
    seen++;
    i += time;
  }
  if (seen < 2) return null;
  const mean = sum / seen;
  const deviation = Math.sqrt(Math.max(0, (squares - seen * mean * mean) / (seen - 1)));
  const bound = mean - (Z * deviation) / Math.sqrt(seen);
  // For bits the equation of step 7 is 2 + 2p(1 - p) = bound.
  return bound >= 2.5 ? 1 : -Math.log2(Math.min(1, 0.5 + Math.sqrt(1.25 - 0.5 * bound)));
}

/** Section 6.3.3, Markov, for bits: the likeliest run of 128 bits by the chances of each bit after the one before. */
export function markov(bits: Uint8Array): number | null {
  if (bits.length < 2) return null;
  const after = [0, 0, 0, 0];
  for (let i = 1; i < bits.length; i++) {
    const index = (bits[i - 1] ?? 0) * 2 + (bits[i] ?? 0);
    after[index] = (after[index] ?? 0) + 1;
  }
  const [n00 = 0, n01 = 0, n10 = 0, n11 = 0] = after;
  const ones = bits.reduce((sum, bit) => sum + bit, 0) / bits.length;
  const cost = (share: number) => (share > 0 ? -Math.log2(share) : Number.POSITIVE_INFINITY);
  const share = (part: number, rest: number) => (part + rest === 0 ? 0 : part / (part + rest));
  const [c0, c1] = [cost(1 - ones), cost(ones)];
  const [c00, c01] = [cost(share(n00, n01)), cost(share(n01, n00))];
  const [c10, c11] = [cost(share(n10, n11)), cost(share(n11, n10))];
  const times = (many: number, bitCost: number) => (many === 0 ? 0 : many * bitCost);
  const least = Math.min(
    c0 + times(127, c00),
    c0 + times(64, c01) + times(63, c10),
    c0 + c01 + times(126, c11),
    c1 + c10 + times(126, c00),
    c1 + times(64, c10) + times(63, c01),
    c1 + times(127, c11),
  );
  return Math.min(1, least / 128);
}
