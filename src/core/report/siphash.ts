/**
 * SipHash-2-4 (Aumasson, Bernstein: "SipHash: a fast short-input PRF", 2012), a keyed hash: without the key nobody can try
 * values against a fingerprint. The 64-bit words are held as pairs of 32-bit halves, low half first.
 */
type State = Int32Array;

/** @param key 16 octets. @returns the 64-bit result as [low, high], each an unsigned 32-bit number. */
export function sipHash24(key: Uint8Array, message: Uint8Array): readonly [number, number] {
  const [k0l, k0h, k1l, k1h] = [word(key, 0), word(key, 4), word(key, 8), word(key, 12)];
  const v = new Int32Array([
    k0l ^ 0x70736575,
    k0h ^ 0x736f6d65,
    k1l ^ 0x6e646f6d,
    k1h ^ 0x646f7261,
    k0l ^ 0x6e657261,
    k0h ^ 0x6c796765,
    k1l ^ 0x79746573,
    k1h ^ 0x74656462,
  ]);
  const whole = message.length - (message.length % 8);
  for (let i = 0; i < whole; i += 8) compress(v, word(message, i), word(message, i + 4));
  // The last block carries the message's length in its top octet (section 2.2).
  const tail = new Uint8Array(8);
  tail.set(message.subarray(whole));
  tail[7] = message.length;
  compress(v, word(tail, 0), word(tail, 4));
  v[4] = at(v, 4) ^ 0xff;
  for (let i = 0; i < 4; i++) round(v);
  return [
    (at(v, 0) ^ at(v, 2) ^ at(v, 4) ^ at(v, 6)) >>> 0,
    (at(v, 1) ^ at(v, 3) ^ at(v, 5) ^ at(v, 7)) >>> 0,
  ];
}

function compress(v: State, low: number, high: number): void {
  v[6] = at(v, 6) ^ low;
  v[7] = at(v, 7) ^ high;
  round(v);
  round(v);
  v[0] = at(v, 0) ^ low;
  v[1] = at(v, 1) ^ high;
}

function round(v: State): void {
  add(v, 0, 2);
  rotateXor(v, 2, 13, 0);
  swap(v, 0);
  add(v, 4, 6);
  rotateXor(v, 6, 16, 4);
  add(v, 0, 6);
  rotateXor(v, 6, 21, 0);
  add(v, 4, 2);
  rotateXor(v, 2, 17, 4);
  swap(v, 4);
}

/** Adds word `b` to word `a`, modulo 2^64. */
function add(v: State, a: number, b: number): void {
  const low = (at(v, a) >>> 0) + (at(v, b) >>> 0);
  v[a] = low | 0;
  v[a + 1] = at(v, a + 1) + at(v, b + 1) + (low > 0xffffffff ? 1 : 0);
}

/** Rotates word `a` left by `bits` (below 32), then xors word `b` into it. */
function rotateXor(v: State, a: number, bits: number, b: number): void {
  const low = at(v, a);
  const high = at(v, a + 1);
  v[a] = ((low << bits) | (high >>> (32 - bits))) ^ at(v, b);
  v[a + 1] = ((high << bits) | (low >>> (32 - bits))) ^ at(v, b + 1);
}

/** Rotates word `a` left by 32. */
function swap(v: State, a: number): void {
  const low = at(v, a);
  v[a] = at(v, a + 1);
  v[a + 1] = low;
}

function at(v: State, index: number): number {
  return v[index] ?? 0;
}

/** Four octets, the least first. */
function word(octets: Uint8Array, start: number): number {
  return (
    (octets[start] ?? 0) |
    ((octets[start + 1] ?? 0) << 8) |
    ((octets[start + 2] ?? 0) << 16) |
    ((octets[start + 3] ?? 0) << 24)
  );
}
