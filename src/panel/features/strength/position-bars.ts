import type { Position } from '../../../core/session/strength/positions.ts';

export interface Bar {
  readonly position: number;
  /** Entropy seen, and the most that so many characters can have; bits. */
  readonly entropy: number;
  readonly most: number;
  readonly characters: number;
  /** `constant`: it never changes. */
  readonly state: 'constant' | 'even' | 'uneven' | 'follows' | 'not-judged';
}

/** Positions that are drawn; more would be a line each. */
export const MOST_BARS = 256;

/** A bar for each position of the ID, constant ones among them. */
export function barsOf(positions: readonly Position[], length: number): readonly Bar[] {
  const known = new Map(positions.map((position) => [position.position, position]));
  return Array.from({ length: Math.min(length, MOST_BARS) }, (_, position) => {
    const found = known.get(position);
    if (found === undefined)
      return { position, entropy: 0, most: 0, characters: 1, state: 'constant' as const };
    const { entropy, characters, isEven, followsLast } = found;
    return {
      position,
      entropy,
      most: Math.log2(characters),
      characters,
      state: stateOf(isEven, followsLast),
    };
  });
}

function stateOf(isEven: boolean | null, followsLast: boolean | null): Bar['state'] {
  if (isEven === null) return 'not-judged';
  if (!isEven) return 'uneven';
  return followsLast === true ? 'follows' : 'even';
}

/** Length of the ID as far as its positions tell; `longest` is that of the values, signatures included. */
export function lengthOf(positions: readonly Position[], longest: number): number {
  return Math.min(longest, Math.max(0, ...positions.map(({ position }) => position + 1)));
}
