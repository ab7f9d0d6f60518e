/**
 * xorshift128+ as V8 runs it behind JavaScript's Math object (v8/src/numbers/math-random.cc): the double is made of the first
 * state word alone, so every bit of it is a sum over GF(2) of the 128 bits of state, and a few outputs give the state away.
 * Outputs are drawn from blocks of 64, the last one first.
 */
import { BitMatrix } from './bit-matrix.ts';

/** What an ID shows of one output: its place in the order of drawing, and bits of the double by their place from the top. */
export interface Draw {
  readonly index: number;
  readonly bits: readonly { readonly place: number; readonly value: number }[];
}

const BLOCK = 64;
const STATE = 128;
/** Equations beyond the 128 that have to agree: by chance once in 2^40. */
const SPARE = 40;
const TOP = 16;
const MOST_STEPS = 640;

/** Whether the draws are what the generator makes, from any place in a block, or without blocks. */
export function isXorshift(draws: readonly Draw[]): boolean {
  const last = draws.at(-1)?.index ?? 0;
  const values = draws.flatMap(({ bits }) => bits.map(({ value }) => value));
  const ones = values.reduce((sum, value) => sum + value, 0) / values.length;
  // A state of zeros would explain a row of zeros, such as the first digits of a counter.
  if (values.length < STATE + SPARE || ones < 0.3 || ones > 0.7) return false;
  if (last + 2 * BLOCK >= MOST_STEPS) return false;
  if (fits(draws, (index) => index + 1)) return true;
  for (let phase = 0; phase < BLOCK; phase++) {
    if (fits(draws, (index) => stepOf(index + phase))) return true;
  }
  return false;
}

function stepOf(drawn: number): number {
  const block = Math.floor(drawn / BLOCK);
  return (block + 1) * BLOCK - (drawn - block * BLOCK);
}

function fits(draws: readonly Draw[], step: (index: number) => number): boolean {
  const matrix = new BitMatrix(STATE);
  let agreeing = 0;
  for (const { index, bits } of draws) {
    for (const { place, value } of bits) {
      const row = rowOf(step(index), place);
      if (row === null) return false;
      const result = matrix.add(row, value);
      if (result === 1) return false;
      if (result === 0) agreeing++;
    }
    if (agreeing >= SPARE) return true;
  }
  return false;
}

/** For each step: the top 16 bits of the output, each as the state bits that it is the sum of. */
let steps: Int32Array[] | null = null;

function rowOf(step: number, place: number): Int32Array | null {
  steps ??= makeSteps();
  return steps[step]?.slice(place * 4, place * 4 + 4) ?? null;
}

function makeSteps(): Int32Array[] {
  let s0 = Array.from({ length: 64 }, (_, bit) => unit(bit));
  let s1 = Array.from({ length: 64 }, (_, bit) => unit(64 + bit));
  const made: Int32Array[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    const top = new Int32Array(TOP * 4);
    for (let place = 0; place < TOP; place++) top.set(s0[63 - place] ?? [], place * 4);
    made.push(top);
    const shifted = xor(s0, (bit) => bit - 23);
    const folded = xor(shifted, (bit) => bit + 17);
    const mixed = folded.map((row, bit) => sum(row, s1[bit]));
    const next = mixed.map((row, bit) => sum(row, s1[bit + 26]));
    s0 = s1;
    s1 = next;
  }
  return made;
}

function unit(bit: number): Int32Array {
  const row = new Int32Array(4);
  row[bit >> 5] = 1 << (bit & 31);
  return row;
}

function xor(rows: readonly Int32Array[], from: (bit: number) => number): Int32Array[] {
  return rows.map((row, bit) => sum(row, rows[from(bit)]));
}

function sum(row: Int32Array, other: Int32Array | undefined): Int32Array {
  return other === undefined ? row : row.map((word, i) => word ^ (other[i] ?? 0));
}
