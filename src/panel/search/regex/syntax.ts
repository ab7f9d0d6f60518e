/** What a pattern says, as a tree. */
import type { CharSet } from './char-set.ts';

export type Assertion = 'start' | 'end' | 'line-start' | 'line-end' | 'boundary' | 'no-boundary';

export type PatternNode =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'either'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly min: number; readonly max: number }
  | { readonly kind: 'assert'; readonly what: Assertion };

/** Why a pattern is not searched for. */
export type RegexProblem =
  /** The browser's own words. */
  | { readonly kind: 'syntax'; readonly message: string }
  /** A part that no search in one go can have, such as a backreference. */
  | { readonly kind: 'unsupported'; readonly part: string }
  | { readonly kind: 'too-long' };
