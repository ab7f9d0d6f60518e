/** IDs as rows of bits, where their alphabet has a whole number of bits to a character. */
import { alphabetOf } from './alphabet.ts';

export interface IdBits {
  /** Bits in a row. */
  readonly width: number;
  /** One for each ID, the first bit of the ID first, one an element. */
  readonly rows: readonly Uint8Array[];
}

const WIDEST = 512;

/** null for IDs of several lengths, of other alphabets (digits, base36, base62), or of more than 512 bits. */
export function idBitsOf(ids: readonly string[]): IdBits | null {
  const { characters, size } = alphabetOf(ids);
  const perCharacter = Math.log2(size);
  const first = (ids[0] ?? '').replace(/=+$/, '');
  if (!Number.isInteger(perCharacter) || characters === '' || size < 2) return null;
  const positions = [...first].flatMap((character, index) => (characters.includes(character) ? [index] : []));
  const width = positions.length * perCharacter;
  if (width === 0 || width > WIDEST || ids.some((id) => id.length !== ids[0]?.length)) return null;
  const places = new Map([...characters].map((character, index) => [character, index]));
  const rows: Uint8Array[] = [];
  for (const id of ids) {
    const row = new Uint8Array(width);
    let next = 0;
    for (const position of positions) {
      const place = places.get(id.charAt(position));
      if (place === undefined) return null;
      for (let bit = perCharacter - 1; bit >= 0; bit--) row[next++] = (place >> bit) & 1;
    }
    rows.push(row);
  }
  return { width, rows };
}
