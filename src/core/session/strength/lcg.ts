/** Linear congruential generators, x' = (a x + c) mod m, seen from a few successive outputs without knowing a, c or m. */

export interface Lcg {
  readonly modulus: bigint;
}

/** From so few numbers on the recovery is tried. */
export const FEWEST_NUMBERS = 8;
const USED = 16;

/**
 * The modulus of the generator that made the numbers, in order; null where none did. Needs 8 whole outputs. The
 * differences d satisfy d[n+2] d[n] - d[n+1]² ≡ 0 (mod m), so their greatest common divisor is m or a multiple of it.
 */
export function lcgOf(numbers: readonly bigint[]): Lcg | null {
  if (numbers.length < FEWEST_NUMBERS) return null;
  const used = numbers.slice(0, USED);
  const d = used.slice(1).map((number, i) => number - (used[i] ?? 0n));
  let modulus = 0n;
  for (let i = 0; i + 2 < d.length; i++) {
    modulus = gcd(modulus, abs((d[i + 2] ?? 0n) * (d[i] ?? 0n) - (d[i + 1] ?? 0n) ** 2n));
  }
  const largest = numbers.reduce((most, number) => (number > most ? number : most), 0n);
  // m = 0: a geometric or constant step, which `sequence.ts` sees; m near the outputs themselves says nothing.
  if (modulus <= largest || modulus < 256n) return null;
  return continues(numbers, d, modulus) ? { modulus } : null;
}

function continues(numbers: readonly bigint[], d: readonly bigint[], m: bigint): boolean {
  const start = d.findIndex((step, i) => i + 1 < d.length && inverse(step, m) !== null);
  const inverted = start === -1 ? null : inverse(d[start] ?? 0n, m);
  if (inverted === null) return false;
  const a = mod((d[start + 1] ?? 0n) * inverted, m);
  const c = mod((numbers[1] ?? 0n) - a * (numbers[0] ?? 0n), m);
  return numbers.slice(1, 200).every((number, i) => number === mod(a * (numbers[i] ?? 0n) + c, m));
}

function inverse(value: bigint, m: bigint): bigint | null {
  let [r, s] = [m, mod(value, m)];
  let [x, y] = [0n, 1n];
  while (s !== 0n) {
    const q = r / s;
    [r, s] = [s, r - q * s];
    [x, y] = [y, x - q * y];
  }
  return r === 1n ? mod(x, m) : null;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function mod(value: bigint, m: bigint): bigint {
  const rest = value % m;
  return rest < 0n ? rest + m : rest;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
