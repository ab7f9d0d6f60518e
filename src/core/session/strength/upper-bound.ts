/** The most bits that IDs of this look can have. */

import { type Alphabet, alphabetOf, base64Tail, isSeparator } from './alphabet.ts';
import { LONGEST_TOKEN, MOST_TOKENS, withinBudget } from './budget.ts';
import { structureOfId } from './structure.ts';
import type { Structure } from './structure-type.ts';
import { charactersAt } from './symbols.ts';
import { formatOf } from './token-format.ts';

/** From so many IDs on a position that never changes counts nothing. */
const CONSTANT_FROM = 8;
/** From so many IDs for each character seen on, a position's own characters are taken for all it can have. */
const SEEN_ALL = 10;

/**
 * Upper bound in bits of the IDs in cookie values: length x log2 of the alphabet seen, per position. Constant positions count
 * nothing once 8 or more values are given; before that the alphabet of all positions stands. Values of a known structure
 * have what the structure leaves open (UUID version 4: 122). For a sealed or signed value that carries its state the figure
 * says nothing: ask `formatOf(value).notApplicable`. Never throws; 0 for no values. (WSTG-SESS-01, ASVS 7.2.3)
 */
export function upperBoundBits(values: readonly string[]): number {
  const ids = values.slice(0, MOST_TOKENS).map((value) => formatOf(value.slice(0, LONGEST_TOKEN)).id);
  return boundOfIds(withinBudget(ids), sharedStructure(ids));
}

/** The structure that all of a few IDs have, where it is more than a maybe. */
function sharedStructure(ids: readonly string[]): Structure | null {
  const structures = ids.slice(0, 16).map((id) => structureOfId(id));
  const first = structures[0] ?? null;
  if (first === null || first.confidence === 'tentative') return null;
  return structures.every((structure) => structure?.kind === first.kind) ? first : null;
}

export function boundOfIds(ids: readonly string[], structure: Structure | null): number {
  const positions = positionBits(ids);
  const counted = positions.reduce((sum, bits) => sum + bits, 0);
  // What may be chance takes no bits away.
  if (structure === null || structure.freeBits === null || structure.confidence === 'tentative')
    return counted;
  return Math.min(counted, structure.freeBits);
}

/** Bits of each position, from the left; IDs shorter than the longest lack the last ones. */
export function positionBits(ids: readonly string[]): readonly number[] {
  const alphabet = alphabetOf(ids);
  const length = ids.reduce((longest, id) => Math.max(longest, id.length), 0);
  const bits: number[] = [];
  for (let position = 0; position < length; position++) {
    bits.push(bitsOf(charactersAt(ids, position), ids.length, alphabet));
  }
  return withoutEmptyTail(ids, bits, alphabet);
}

function bitsOf(seen: readonly string[], count: number, alphabet: Alphabet): number {
  const isConstant = seen.length === 1;
  if (isConstant && count >= CONSTANT_FROM) return 0;
  const [only] = seen;
  if (isConstant && only !== undefined && isLayout(only, alphabet)) return 0;
  return Math.log2(count >= SEEN_ALL * seen.length ? seen.length : Math.max(alphabet.size, 1));
}

/** A separator or padding at the same place of all IDs, where the alphabet is without it. */
function isLayout(character: string, { characters }: Alphabet): boolean {
  return isSeparator(character) && !characters.includes(character);
}

function withoutEmptyTail(ids: readonly string[], bits: number[], alphabet: Alphabet): readonly number[] {
  const tail = base64Tail(ids, alphabet);
  if (tail === null) return bits;
  bits[tail.position] = Math.min(bits[tail.position] ?? 0, Math.log2(alphabet.size / tail.step));
  return bits;
}
