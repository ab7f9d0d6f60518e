/** SHA-1 (FIPS 180-4 section 6.1) of octets, as lower-case hex: used to try small known strings against IDs. */
import { hexBigEndian, paddedBlocks } from './hash-blocks.ts';

const schedule = new Int32Array(80);

export function sha1(octets: Uint8Array): string {
  const words = paddedBlocks(octets, 'big');
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  for (let block = 0; block < words.length; block += 16) compress(state, words, block);
  return hexBigEndian(state);
}

function compress(state: Int32Array, words: Int32Array, block: number): void {
  for (let t = 0; t < 80; t++) {
    schedule[t] = t < 16 ? (words[block + t] ?? 0) : rotate(w(t - 3) ^ w(t - 8) ^ w(t - 14) ^ w(t - 16), 1);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let t = 0; t < 80; t++) {
    const next = (rotate(a, 5) + mix(t, b, c, d) + e + w(t)) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  [a, b, c, d, e].forEach((word, i) => {
    state[i] = (state[i] ?? 0) + word;
  });
}

function mix(t: number, b: number, c: number, d: number): number {
  if (t < 20) return ((b & c) ^ (~b & d)) + 0x5a827999;
  if (t < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (t < 60) return ((b & c) ^ (b & d) ^ (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

function w(t: number): number {
  return schedule[t] ?? 0;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
