/** Code units that no step of a pattern tells apart, under one number: what is learnt of one holds for all. */
import { type CharSet, contains, LAST_UNIT, NEWLINES, WORD } from './char-set.ts';
import type { Step } from './steps.ts';

/** What assertions ask of a neighbour. */
export type Neighbour = 'none' | 'word' | 'newline' | 'other';

export interface Alphabet {
  /** Number of each code unit's kind. */
  readonly kindOf: Uint16Array;
  /** How many kinds there are. */
  readonly kinds: number;
  has(set: CharSet, kind: number): boolean;
  neighbour(kind: number): Neighbour;
}

export function alphabetOf(steps: readonly Step[]): Alphabet {
  const sets = new Set<CharSet>([WORD, NEWLINES]);
  for (const step of steps) if (step.kind === 'read') sets.add(step.set);
  const cuts = new Set<number>([0]);
  for (const set of sets) {
    for (const [from, to] of set) {
      cuts.add(from);
      if (to < LAST_UNIT) cuts.add(to + 1);
    }
  }
  const begins = [...cuts].sort((a, b) => a - b);
  const kindOf = new Uint16Array(LAST_UNIT + 1);
  begins.forEach((begin, kind) => {
    kindOf.fill(kind, begin, begins[kind + 1] ?? LAST_UNIT + 1);
  });
  const firstOf = (kind: number) => begins[kind] ?? 0;
  return {
    kindOf,
    kinds: begins.length,
    has: (set, kind) => contains(set, firstOf(kind)),
    neighbour: (kind) =>
      contains(WORD, firstOf(kind)) ? 'word' : contains(NEWLINES, firstOf(kind)) ? 'newline' : 'other',
  };
}
