/** The ways in which programs make IDs of doubles between 0 and 1: one for each character, or one for a row of digits. */
import { alphabetOf } from './alphabet.ts';
import { BASE36, basesOf } from './integers.ts';
import { changingColumns } from './symbols.ts';
import { uuid } from './uuid.ts';
import { type Draw, isXorshift } from './xorshift.ts';

const USED = 256;
const MOST_DRAWS = 400;
const DIGITS = '0123456789';
const LOWER = BASE36.slice(10);
const UPPER = LOWER.toUpperCase();
/** The orders in which programs write out the letters and digits. */
const BASE62_ORDERS = [
  UPPER + LOWER + DIGITS,
  DIGITS + UPPER + LOWER,
  LOWER + UPPER + DIGITS,
  DIGITS + LOWER + UPPER,
];

/** Whether IDs, in the order they came and without others between, come from JavaScript's xorshift128+. */
export function isDrawnFromXorshift(ids: readonly string[]): boolean {
  const used = ids.slice(0, USED);
  if (used.length < 2) return false;
  return [...perCharacter(used), ...perId(used)].some(isXorshift);
}

/** `alphabet[floor(x * size)]`: of x the top bits are known, as many as the size has factors of two. */
function* perCharacter(ids: readonly string[]): Generator<readonly Draw[]> {
  const { characters, size } = alphabetOf(ids);
  const orders = size === 62 ? BASE62_ORDERS : size === 36 ? [characters, LOWER + DIGITS] : [characters];
  const positions = drawnPositions(ids);
  for (const order of orders) {
    const places = new Map([...order].map((character, index) => [character, index]));
    const draws: Draw[] = [];
    for (const id of ids) {
      for (const position of positions) {
        const place = places.get(id.charAt(position));
        if (place === undefined) return;
        const isVariant = positions === UUID_POSITIONS && position === 19;
        draws.push({
          index: draws.length,
          bits: isVariant ? lowerHalf(place) : topBits(place, order.length),
        });
      }
      if (draws.length >= MOST_DRAWS) break;
    }
    yield draws.slice(0, MOST_DRAWS);
  }
}

/** All of a UUID version 4 but its dashes and its version. */
const UUID_POSITIONS: readonly number[] = Array.from({ length: 36 }, (_, position) => position).filter(
  (position) => ![8, 13, 14, 18, 23].includes(position),
);

/** What is written into every ID alike is not drawn; among many IDs that is told by its never changing. */
function drawnPositions(ids: readonly string[]): readonly number[] {
  if (ids.every((id) => uuid(id)?.kind === 'uuid-v4' && id.length === 36)) return UUID_POSITIONS;
  return changingColumns(ids).map(({ position }) => position);
}

function topBits(place: number, size: number): Draw['bits'] {
  let known = 0;
  while (known < 16 && size % 2 ** (known + 1) === 0) known++;
  const top = Math.floor(place / (size / 2 ** known));
  return Array.from({ length: known }, (_, i) => ({ place: i, value: (top >> (known - 1 - i)) & 1 }));
}

/** `x & 3 | 8`, as templates of UUIDs write the variant. */
function lowerHalf(place: number): Draw['bits'] {
  return [
    { place: 2, value: (place >> 1) & 1 },
    { place: 3, value: place & 1 },
  ];
}

const LARGEST = [2 ** 31, 2 ** 32, 2 ** 53] as const;

/** `x.toString(36).slice(2)`, `floor(x * 1e9)` and the like: the first digits of the ID are x, then come further calls. */
function* perId(ids: readonly string[]): Generator<readonly Draw[]> {
  const longest = ids.reduce((most, id) => Math.max(most, id.length), 0);
  if (longest < 4) return;
  for (const base of basesOf(ids)) {
    const left = ids.map((id) => interval(id, base));
    for (const calls of [1, 2, 3, 4]) yield drawsOf(left, calls);
    if (longest > 16) continue;
    const isPadded = ids.every(({ length }) => length === longest);
    const ranges = isPadded ? LARGEST : [base ** longest, ...LARGEST];
    for (const range of ranges) {
      const numbers = ids.map((id) => Number.parseInt(id, base));
      if (numbers.some((number) => number >= range)) continue;
      yield drawsOf(
        numbers.map((number) => ({ from: number / range, width: 1 / range })),
        1,
      );
    }
  }
}

interface Interval {
  readonly from: number;
  readonly width: number;
}

function interval(id: string, base: number): Interval {
  const digits = id.slice(0, 10);
  return { from: Number.parseInt(digits, base) / base ** digits.length, width: base ** -digits.length };
}

/** The top bits that are the same for all of the interval. */
function drawsOf(intervals: readonly Interval[], calls: number): readonly Draw[] {
  const draws: Draw[] = [];
  for (const [index, { from, width }] of intervals.entries()) {
    if (index * calls >= MOST_DRAWS) break;
    const low = Math.floor(from * 2 ** 16);
    const high = Math.min(Math.ceil((from + width) * 2 ** 16) - 1, 2 ** 16 - 1);
    const differing = 32 - Math.clz32(low ^ high);
    const bits = Array.from({ length: 16 - differing }, (_, place) => ({
      place,
      value: (low >> (15 - place)) & 1,
    }));
    draws.push({ index: index * calls, bits });
  }
  return draws;
}
