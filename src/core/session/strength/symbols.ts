/** IDs as columns of small numbers: at each position the place of the character among those that can stand there. */
import { alphabetOf } from './alphabet.ts';

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
  const order = new Map([...alphabet.characters].map((character, index) => [character, index]));
  const columns: Column[] = [];
  for (let position = 0; position < length; position++) {
    const seen = new Set<string>();
    for (const id of ids) seen.add(id.charAt(position));
    if (seen.size < 2) continue;
    const isWhole =
      ids.length < SEEN_ALL * alphabet.size && [...seen].every((character) => order.has(character));
    const places = isWhole ? order : new Map([...seen].sort().map((character, index) => [character, index]));
    columns.push({
      position,
      size: places.size,
      symbols: Uint16Array.from(ids, (id) => places.get(id.charAt(position)) ?? 0),
    });
  }
  return columns;
}
