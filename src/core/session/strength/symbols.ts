/** IDs as columns of small numbers: at each position the place of the character among those that can stand there. */
import { alphabetOf, base64Tail } from './alphabet.ts';

export interface Column {
  readonly position: number;
  /** How many different symbols the position can have, as far as the sample tells. */
  readonly size: number;
  /** One for each ID, in order, below `size`; an ID that is too short has a symbol of its own for that. */
  readonly symbols: Uint16Array;
}

/** From so many IDs for each character seen on, what a position showed is all it can have. */
const SEEN_ALL = 10;

/** The positions that change within the sample. */
export function changingColumns(ids: readonly string[]): readonly Column[] {
  const alphabet = alphabetOf(ids);
  const length = ids.reduce((longest, id) => Math.max(longest, id.length), 0);
  const order = placesOf(alphabet.characters);
  const tail = base64Tail(ids, alphabet);
  const tailPlaces = placesOf([...alphabet.characters].filter((_, place) => place % (tail?.step ?? 1) === 0));
  const columns: Column[] = [];
  for (let position = 0; position < length; position++) {
    const seen = charactersAt(ids, position);
    if (seen.length < 2) continue;
    const isWhole =
      ids.length < SEEN_ALL * seen.length && [...seen].every((character) => order.has(character));
    const places = isWhole ? (position === tail?.position ? tailPlaces : order) : placesOf(seen);
    columns.push({
      position,
      size: places.size,
      symbols: Uint16Array.from(ids, (id) => places.get(id.charAt(position)) ?? 0),
    });
  }
  return columns;
}

function placesOf(characters: Iterable<string>): ReadonlyMap<string, number> {
  return new Map(Array.from(characters, (character, index) => [character, index]));
}

/** The different characters at a position, sorted; '' for IDs that are too short. */
export function charactersAt(ids: readonly string[], position: number): readonly string[] {
  const ascii = new Uint8Array(129);
  const others = new Set<string>();
  for (const id of ids) {
    const code = position < id.length ? id.charCodeAt(position) : 128;
    if (code <= 128 && (code < 128 || position >= id.length)) ascii[code] = 1;
    else others.add(id.charAt(position));
  }
  const found = Array.from(ascii.keys()).filter((code) => code < 128 && ascii[code] === 1);
  return [
    ...(ascii[128] === 1 ? [''] : []),
    ...found.map((code) => String.fromCharCode(code)),
    ...[...others].sort(),
  ];
}
