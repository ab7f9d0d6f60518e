/** Tests of NIST SP 800-22 rev. 1a, each giving a p-value: how often a sound source would look as bad. Bits are 0 and 1, one an element. */
import { erfc, normal, upperGamma } from './special-functions.ts';

/** Section 2.1: as many ones as zeros. */
export function frequency(bits: Uint8Array): number {
  return erfc(Math.abs(2 * count(bits) - bits.length) / Math.sqrt(bits.length) / Math.SQRT2);
}

/** Section 2.2: the same in every block of `size` bits. */
export function blockFrequency(bits: Uint8Array, size: number): number {
  const blocks = Math.floor(bits.length / size);
  let sum = 0;
  for (let block = 0; block < blocks; block++) {
    sum += (count(bits.subarray(block * size, (block + 1) * size)) / size - 0.5) ** 2;
  }
  return upperGamma(blocks / 2, 2 * size * sum);
}

/** Section 2.3: as many runs as there should be; 0 where the share of ones is off already. */
export function runs(bits: Uint8Array): number {
  const n = bits.length;
  const share = count(bits) / n;
  if (Math.abs(share - 0.5) >= 2 / Math.sqrt(n)) return 0;
  let changes = 1;
  for (let i = 1; i < n; i++) if (bits[i] !== bits[i - 1]) changes++;
  const expected = 2 * n * share * (1 - share);
  return erfc(Math.abs(changes - expected) / (2 * Math.sqrt(2 * n) * share * (1 - share)));
}

/** Section 2.4.2 and 3.4: block size, the classes of longest runs, their shares. */
const LONGEST_RUNS = [
  {
    from: 750_000,
    size: 10_000,
    least: 10,
    shares: [0.0882, 0.2092, 0.2483, 0.1933, 0.1208, 0.0675, 0.0727],
  },
  {
    from: 6272,
    size: 128,
    least: 4,
    shares: [0.1174035788, 0.242955959, 0.249363483, 0.17517706, 0.102701071, 0.112398847],
  },
  { from: 128, size: 8, least: 1, shares: [0.21484375, 0.3671875, 0.23046875, 0.1875] },
] as const;

/** Section 2.4: the longest run of ones in every block; null under 128 bits. */
export function longestRun(bits: Uint8Array): number | null {
  const table = LONGEST_RUNS.find(({ from }) => bits.length >= from);
  if (table === undefined) return null;
  const { size, least, shares } = table;
  const blocks = Math.floor(bits.length / size);
  const seen = new Array<number>(shares.length).fill(0);
  for (let block = 0; block < blocks; block++) {
    const longest = longestOnes(bits.subarray(block * size, (block + 1) * size));
    const index = Math.min(Math.max(longest - least, 0), shares.length - 1);
    seen[index] = (seen[index] ?? 0) + 1;
  }
  const sum = shares.reduce(
    (total, share, i) => total + ((seen[i] ?? 0) - blocks * share) ** 2 / (blocks * share),
    0,
  );
  return upperGamma((shares.length - 1) / 2, sum / 2);
}

function longestOnes(bits: Uint8Array): number {
  let longest = 0;
  let run = 0;
  for (const bit of bits) {
    run = bit === 1 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Section 2.11: patterns of m, m - 1 and m - 2 bits are equally frequent. */
export function serial(bits: Uint8Array, m: number): readonly [number, number] {
  const [full, less, least] = [psiSquared(bits, m), psiSquared(bits, m - 1), psiSquared(bits, m - 2)];
  return [
    upperGamma(2 ** (m - 2), (full - less) / 2),
    upperGamma(2 ** (m - 3), (full - 2 * less + least) / 2),
  ];
}

function psiSquared(bits: Uint8Array, m: number): number {
  if (m <= 0) return 0;
  const squares = patterns(bits, m).reduce((sum, seen) => sum + seen * seen, 0);
  return (2 ** m / bits.length) * squares - bits.length;
}

/** Section 2.12: patterns of m + 1 bits tell no more than those of m. */
export function approximateEntropy(bits: Uint8Array, m: number): number {
  const difference = phi(bits, m) - phi(bits, m + 1);
  return upperGamma(2 ** (m - 1), bits.length * (Math.LN2 - difference));
}

function phi(bits: Uint8Array, m: number): number {
  return patterns(bits, m).reduce(
    (sum, seen) => (seen === 0 ? sum : sum + (seen / bits.length) * Math.log(seen / bits.length)),
    0,
  );
}

/** How often each pattern of m bits begins, the stream taken as a ring. */
function patterns(bits: Uint8Array, m: number): readonly number[] {
  const seen = new Array<number>(2 ** m).fill(0);
  const mask = 2 ** m - 1;
  let pattern = 0;
  for (let i = 0; i < bits.length + m - 1; i++) {
    pattern = ((pattern << 1) | (bits[i % bits.length] ?? 0)) & mask;
    if (i >= m - 1) seen[pattern] = (seen[pattern] ?? 0) + 1;
  }
  return seen;
}

/** Section 2.13: the walk of ones as +1 and zeros as -1 does not stray too far. */
export function cumulativeSums(bits: Uint8Array, mode: 'forward' | 'reverse'): number {
  const n = bits.length;
  let sum = 0;
  let furthest = 0;
  for (let i = 0; i < n; i++) {
    sum += (bits[mode === 'forward' ? i : n - 1 - i] ?? 0) * 2 - 1;
    furthest = Math.max(furthest, Math.abs(sum));
  }
  if (furthest === 0) return 1;
  const z = furthest / Math.sqrt(n);
  let p = 1;
  for (let k = Math.ceil((-n / furthest + 1) / 4); k <= (n / furthest - 1) / 4; k++) {
    p -= normal((4 * k + 1) * z) - normal((4 * k - 1) * z);
  }
  for (let k = Math.ceil((-n / furthest - 3) / 4); k <= (n / furthest - 1) / 4; k++) {
    p += normal((4 * k + 3) * z) - normal((4 * k + 1) * z);
  }
  return Math.min(Math.max(p, 0), 1);
}

function count(bits: Uint8Array): number {
  let ones = 0;
  for (const bit of bits) ones += bit;
  return ones;
}
