/** A canonical Huffman code (RFC 1951 section 3.2.2): how many codes there are of each length, and the symbols in their order. */
export interface HuffmanCode {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

const LONGEST_CODE = 15;

/** null: the lengths ask for more codes than there are, or leave some without a symbol (but one code alone may stand, section 3.2.7). */
export function huffmanCode(lengths: readonly number[]): HuffmanCode | null {
  const counts = Array.from({ length: LONGEST_CODE + 1 }, () => 0);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  const used = lengths.length - (counts[0] ?? 0);
  let left = 1;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    left = left * 2 - (counts[length] ?? 0);
    if (left < 0) return null;
  }
  if (left > 0 && !(used <= 1 && (counts[1] ?? 0) === used)) return null;
  const starts = [0, 0];
  for (let length = 1; length < LONGEST_CODE; length++) {
    starts.push((starts[length] ?? 0) + (counts[length] ?? 0));
  }
  const symbols: number[] = [];
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const place = starts[length] ?? 0;
    symbols[place] = symbol;
    starts[length] = place + 1;
  });
  return { counts, symbols };
}

/** The next symbol; -1 where the bits end or no code fits. `bit` gives 0, 1, or -1 at the end. */
export function readSymbol({ counts, symbols }: HuffmanCode, bit: () => number): number {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    const next = bit();
    if (next < 0) return -1;
    code |= next;
    const count = counts[length] ?? 0;
    if (code - first < count) return symbols[index + code - first] ?? -1;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return -1;
}
