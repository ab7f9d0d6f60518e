/** Knuth's serial correlation coefficient (The Art of Computer Programming, volume 2, section 3.3.2 K), the stream taken as a ring. */

/** @returns -1..1, near 0 for a sound source; null where all symbols are equal or fewer than three. */
export function serialCorrelation(symbols: ArrayLike<number>): number | null {
  const n = symbols.length;
  if (n < 3) return null;
  let sum = 0;
  let squares = 0;
  let products = 0;
  for (let i = 0; i < n; i++) {
    const value = symbols[i] ?? 0;
    sum += value;
    squares += value * value;
    products += value * (symbols[(i + 1) % n] ?? 0);
  }
  const spread = n * squares - sum * sum;
  return spread <= 0 ? null : (n * products - sum * sum) / spread;
}

/** The coefficient's bounds for a sound source: so many standard deviations about the mean that one in 100,000 oversteps them. */
export function isWithinBounds(coefficient: number, n: number): boolean {
  return Math.abs(coefficient + 1 / (n - 1)) <= 4.42 / Math.sqrt(n);
}
