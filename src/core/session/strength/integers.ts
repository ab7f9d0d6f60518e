/** IDs read as whole numbers, so that counters, clocks and generators of numbers can be seen. */

export const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';
/** Longer ones hold more than a counter or one output of a generator. */
const LONGEST = 64;

/** The number that `text` is in the digits of `alphabet`; null for another character, nothing at all, or too much. */
export function numberOf(text: string, alphabet: string): bigint | null {
  if (text.length === 0 || text.length > LONGEST) return null;
  const base = BigInt(alphabet.length);
  let value = 0n;
  for (let i = 0; i < text.length; i++) {
    const digit = alphabet.indexOf(text.charAt(i));
    if (digit === -1) return null;
    value = value * base + BigInt(digit);
  }
  return value;
}

export type Base = 10 | 16 | 36;

/** The bases that the IDs could be numbers in: all that hold their characters, the smallest first. */
export function basesOf(ids: readonly string[]): readonly Base[] {
  const bases: Base[] = [];
  if (ids.every((id) => /^\d{1,64}$/.test(id))) bases.push(10);
  if (ids.every((id) => /^(?:[0-9a-f]{1,64}|[0-9A-F]{1,64})$/.test(id))) bases.push(16);
  if (ids.every((id) => /^(?:[0-9a-z]{1,64}|[0-9A-Z]{1,64})$/.test(id))) bases.push(36);
  return bases;
}

/** All as numbers of one base; the caller has asked `basesOf`. */
export function integersOf(ids: readonly string[], base: Base): readonly bigint[] {
  if (base === 10) return ids.map((id) => BigInt(id));
  if (base === 16) return ids.map((id) => BigInt(`0x${id}`));
  return ids.map((id) => numberOf(id.toLowerCase(), BASE36) ?? 0n);
}

/** Digits that 0 to value - 1 need: the bits to choose one of `value` things. */
export function log2(value: bigint): number {
  if (value <= 1n) return 0;
  const digits = value.toString(16);
  const head = digits.slice(0, 13);
  return Math.log2(Number.parseInt(head, 16)) + 4 * (digits.length - head.length);
}
