/** SHA-256 (FIPS 180-4 section 6.2) of octets, as lower-case hex: used to try small known strings against IDs. */
import { hexBigEndian, paddedBlocks } from './hash-blocks.ts';

const PRIMES = primes(64);
/** The first 32 bits of the fractions of the primes' cube roots, and of the first eight square roots. */
const CONSTANTS = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const schedule = new Int32Array(64);

export function sha256(octets: Uint8Array): string {
  const words = paddedBlocks(octets, 'big');
  const state = Int32Array.from(START);
  for (let block = 0; block < words.length; block += 16) compress(state, words, block);
  return hexBigEndian(state);
}

function compress(state: Int32Array, words: Int32Array, block: number): void {
  for (let t = 0; t < 64; t++) {
    schedule[t] =
      t < 16
        ? (words[block + t] ?? 0)
        : sigma(w(t - 2), 17, 19, 10) + w(t - 7) + sigma(w(t - 15), 7, 18, 3) + w(t - 16);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t++) {
    const first = (h + sum(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + (CONSTANTS[t] ?? 0) + w(t)) | 0;
    const second = (sum(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (state[i] ?? 0) + word;
  });
}

function sum(word: number, x: number, y: number, z: number): number {
  return rotate(word, x) ^ rotate(word, y) ^ rotate(word, z);
}

function sigma(word: number, x: number, y: number, shift: number): number {
  return rotate(word, x) ^ rotate(word, y) ^ (word >>> shift);
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function w(t: number): number {
  return schedule[t] ?? 0;
}

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}
