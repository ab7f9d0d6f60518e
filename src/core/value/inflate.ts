import { type HuffmanCode, huffmanCode, readSymbol } from './huffman.ts';

export interface Inflated {
  readonly octets: Uint8Array;
  /** How many octets of the input were read. */
  readonly used: number;
  /** Whether the output was cut at the limit: the rest was not read. */
  readonly cut: boolean;
}

/** DEFLATE (RFC 1951). null: it is damaged or ends early. `limit` is the most that is given out, in octets. */
export function inflate(input: Uint8Array, limit: number): Inflated | null {
  const out = new Output(limit);
  const bits = new Bits(input);
  for (;;) {
    const last = bits.take(1);
    const done = block(bits.take(2), bits, out);
    if (out.full) return { octets: out.octets(), used: bits.used(), cut: true };
    if (!done) return null;
    if (last === 1) return { octets: out.octets(), used: bits.used(), cut: false };
  }
}

function block(type: number, bits: Bits, out: Output): boolean {
  if (type === 0) return stored(bits, out);
  if (type === 1) return compressed(FIXED_LITERALS, FIXED_DISTANCES, bits, out);
  if (type !== 2) return false;
  const codes = dynamicCodes(bits);
  return codes !== null && compressed(codes.literals, codes.distances, bits, out);
}

function stored(bits: Bits, out: Output): boolean {
  bits.align();
  const length = bits.take(16);
  const complement = bits.take(16);
  if (length < 0 || complement < 0 || (length ^ 0xffff) !== complement) return false;
  for (let i = 0; i < length; i++) {
    const octet = bits.take(8);
    if (octet < 0 || !out.put(octet)) return false;
  }
  return true;
}

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];

function compressed(literals: HuffmanCode, distances: HuffmanCode, bits: Bits, out: Output): boolean {
  const bit = () => bits.take(1);
  for (;;) {
    const symbol = readSymbol(literals, bit);
    if (symbol < 0) return false;
    if (symbol === 256) return true;
    if (symbol < 256) {
      if (!out.put(symbol)) return false;
      continue;
    }
    const base = LENGTH_BASE[symbol - 257];
    const lengthMore = bits.take(LENGTH_EXTRA[symbol - 257] ?? 0);
    const distanceSymbol = readSymbol(distances, bit);
    const distanceBase = DISTANCE_BASE[distanceSymbol];
    if (base === undefined || distanceBase === undefined) return false;
    const distanceMore = bits.take(Math.max(0, (distanceSymbol >> 1) - 1));
    if (lengthMore < 0 || distanceMore < 0) return false;
    if (!out.repeat(base + lengthMore, distanceBase + distanceMore)) return false;
  }
}

/** The order in which the lengths of the code length code stand (section 3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function dynamicCodes(
  bits: Bits,
): { readonly literals: HuffmanCode; readonly distances: HuffmanCode } | null {
  const literalCount = bits.take(5) + 257;
  const distanceCount = bits.take(5) + 1;
  const orderCount = bits.take(4) + 4;
  if (literalCount > 286 || distanceCount > 30) return null;
  const orderLengths = Array.from({ length: 19 }, () => 0);
  for (const place of ORDER.slice(0, orderCount)) orderLengths[place] = Math.max(0, bits.take(3));
  const lengthCode = huffmanCode(orderLengths);
  if (lengthCode === null) return null;
  const lengths: number[] = [];
  while (lengths.length < literalCount + distanceCount) {
    const symbol = readSymbol(lengthCode, () => bits.take(1));
    if (symbol < 0) return null;
    if (symbol < 16) {
      lengths.push(symbol);
      continue;
    }
    const previous = symbol === 16 ? lengths.at(-1) : 0;
    const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    if (previous === undefined || lengths.length + times > literalCount + distanceCount) return null;
    for (let i = 0; i < times; i++) lengths.push(previous);
  }
  const literals = huffmanCode(lengths.slice(0, literalCount));
  const distances = huffmanCode(lengths.slice(literalCount));
  // Without an end-of-block code the block could not end.
  return literals === null || distances === null || lengths[256] === 0 ? null : { literals, distances };
}

const FIXED_LITERALS = fixed([
  [144, 8],
  [112, 9],
  [24, 7],
  [8, 8],
]);
// Two of the 32 codes stand for nothing (section 3.2.6); reading one is an error.
const FIXED_DISTANCES = fixed([[32, 5]]);

function fixed(runs: readonly (readonly [times: number, length: number])[]): HuffmanCode {
  const lengths = runs.flatMap(([times, length]) => Array.from({ length: times }, () => length));
  return huffmanCode(lengths) ?? { counts: [], symbols: [] };
}

/** Bits of octets, lowest first (section 3.1.1). */
class Bits {
  private at = 0;
  private held = 0;
  private count = 0;
  private readonly input: Uint8Array;

  constructor(input: Uint8Array) {
    this.input = input;
  }

  /** -1 where the input ends first. */
  take(wanted: number): number {
    while (this.count < wanted) {
      const octet = this.input[this.at];
      if (octet === undefined) return -1;
      this.at += 1;
      this.held |= octet << this.count;
      this.count += 8;
    }
    const value = this.held & ((1 << wanted) - 1);
    this.held >>>= wanted;
    this.count -= wanted;
    return value;
  }

  align(): void {
    this.held = 0;
    this.count = 0;
  }

  used(): number {
    return this.at;
  }
}

/** Octets given out so far, never more than the limit. */
class Output {
  full = false;
  private readonly buffer: Uint8Array;
  private length = 0;

  constructor(limit: number) {
    this.buffer = new Uint8Array(limit);
  }

  put(octet: number): boolean {
    if (this.length === this.buffer.length) {
      this.full = true;
      return false;
    }
    this.buffer[this.length++] = octet;
    return true;
  }

  repeat(length: number, distance: number): boolean {
    if (distance > this.length) return false;
    for (let i = 0; i < length; i++) if (!this.put(this.buffer[this.length - distance] ?? 0)) return false;
    return true;
  }

  octets(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }
}
