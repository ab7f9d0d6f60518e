/** Whether IDs, or the words they are made of, are successive outputs of a linear congruential generator. */
import { partsOf } from './columns.ts';
import { integersOf, log2 } from './integers.ts';
import { knownLcgOf } from './known-lcg.ts';
import { FEWEST_NUMBERS, lcgOf } from './lcg.ts';

export interface NumberGenerator {
  readonly name: string;
  readonly stateBits: number;
  /** Whether each ID is a row of its own, with a new seed, rather than the next of one row. */
  readonly isSeededPerId: boolean;
}

const USED = 64;

export function numberGeneratorOf(ids: readonly string[]): NumberGenerator | null {
  const used = ids.slice(0, USED);
  for (const part of used.length < FEWEST_NUMBERS ? [] : partsOf(used)) {
    if (!part.isWhole && !part.name.startsWith('part')) continue;
    const base = part.bases[0];
    const found = base === undefined ? null : generatorOf(integersOf(part.texts, base));
    if (found !== null) return { ...found, isSeededPerId: false };
  }
  return fromWords(used);
}

function generatorOf(
  numbers: readonly bigint[],
): { readonly name: string; readonly stateBits: number } | null {
  const lcg = lcgOf(numbers);
  if (lcg === null) return knownLcgOf(numbers);
  return { name: 'a linear congruential generator', stateBits: Math.round(log2(lcg.modulus)) };
}

/** Hex IDs as 32-bit and 64-bit words, in both orders of octets, across the IDs and within each. */
function fromWords(ids: readonly string[]): NumberGenerator | null {
  const hex = ids.map((id) => id.replace(/-/g, ''));
  for (const digits of [8, 16]) {
    const isMade = hex.every((id) => id.length % digits === 0 && id.length <= 512 && /^[0-9a-f]+$/i.test(id));
    if (!isMade || hex.length === 0) continue;
    for (const order of ['big', 'little'] as const) {
      const words = hex.map((id) => wordsOf(id, digits, order));
      const across = generatorOf(words.flat().slice(0, 200));
      if (across !== null) return { ...across, isSeededPerId: false };
      const within = perId(words);
      if (within !== null) return within;
    }
  }
  return null;
}

/** The first IDs all have to be made so; a wrong guess survives five words of one ID once in 2^100. */
function perId(words: readonly (readonly bigint[])[]): NumberGenerator | null {
  const first = words.slice(0, 3);
  let found: NumberGenerator | null = null;
  for (const row of first) {
    const generator = generatorOf(row);
    if (generator === null) return null;
    found = { ...generator, isSeededPerId: true };
  }
  return found;
}

function wordsOf(hex: string, digits: number, order: 'big' | 'little'): readonly bigint[] {
  return Array.from({ length: hex.length / digits }, (_, i) => {
    const word = hex.slice(i * digits, (i + 1) * digits);
    const octets = word.match(/../g) ?? [];
    return BigInt(`0x${order === 'big' ? word : octets.reverse().join('')}`);
  });
}
