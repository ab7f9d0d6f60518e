/** Sets of UTF-16 code units, as sorted ranges that neither touch nor overlap. */

/** First and last code unit, both in it. */
export type Range = readonly [number, number];
export type CharSet = readonly Range[];

export const LAST_UNIT = 0xffff;

export const DIGITS: CharSet = [[0x30, 0x39]];
export const WORD: CharSet = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
/** ECMA-262 LineTerminator. */
export const NEWLINES: CharSet = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];
/** ECMA-262 WhiteSpace and LineTerminator. */
export const SPACES: CharSet = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];

export function one(unit: number): CharSet {
  return [[unit, unit]];
}

export function union(...sets: readonly CharSet[]): CharSet {
  const sorted = sets.flat().sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

export function complement(set: CharSet): CharSet {
  const rest: Range[] = [];
  let next = 0;
  for (const [from, to] of set) {
    if (from > next) rest.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= LAST_UNIT) rest.push([next, LAST_UNIT]);
  return rest;
}

export function contains(set: CharSet, unit: number): boolean {
  return set.some(([from, to]) => from <= unit && unit <= to);
}

/** Ranges longer than this have their ASCII letters alone in both cases. */
const MOST_FOLDED = 512;

/** The set with each letter in upper and lower case. */
export function bothCases(set: CharSet): CharSet {
  const more: Range[] = [];
  for (const [from, to] of set) {
    const end = to - from < MOST_FOLDED ? to : Math.min(to, 0x7f);
    for (let unit = from; unit <= end; unit += 1) {
      const char = String.fromCharCode(unit);
      for (const other of [char.toUpperCase(), char.toLowerCase(), char.toUpperCase().toLowerCase()]) {
        if (other.length === 1 && isSameLetter(unit, other.charCodeAt(0)))
          more.push(...one(other.charCodeAt(0)));
      }
    }
  }
  return union(set, more);
}

/** ECMA-262 Canonicalize without `u`: what is not ASCII never equals what is. */
function isSameLetter(a: number, b: number): boolean {
  return a < 0x80 === b < 0x80;
}
