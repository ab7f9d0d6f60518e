/** MD5 (RFC 1321) of octets, as lower-case hex: used to try small known strings against IDs, never to protect anything. */
import { hexLittleEndian, paddedBlocks } from './hash-blocks.ts';

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21] as const;
/** Word k of step i is FACTORS x i + OFFSETS, modulo 16. */
const FACTORS = [1, 5, 3, 7] as const;
const OFFSETS = [0, 1, 5, 0] as const;
const SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));

export function md5(octets: Uint8Array): string {
  const words = paddedBlocks(octets, 'little');
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let block = 0; block < words.length; block += 16) compress(state, words, block);
  return hexLittleEndian(state);
}

function compress(state: Int32Array, words: Int32Array, block: number): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    const word = words[block + (((FACTORS[round] ?? 0) * i + (OFFSETS[round] ?? 0)) % 16)] ?? 0;
    const sum = (a + mix(round, b, c, d) + (SINES[i] ?? 0) + word) | 0;
    const shift = SHIFTS[round * 4 + (i & 3)] ?? 0;
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
}

function mix(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  if (round === 1) return (d & b) | (~d & c);
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d);
}
