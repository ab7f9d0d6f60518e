/** What a person looks for, read from the text of the search box. */
import type { LinearRegex } from './regex/linear-regex.ts';
import type { RegexProblem } from './regex/syntax.ts';

export interface Query {
  /** All must hold. */
  readonly terms: readonly Term[];
  /** What could not be understood, in order of the text. */
  readonly problems: readonly Problem[];
}

/** Place in the text: first character, and behind the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Term = Span & { readonly not: boolean } & (
    | { readonly kind: 'word'; readonly word: Word }
    | { readonly kind: 'pattern'; readonly pattern: Pattern }
    /** Any of the operands. */
    | {
        readonly kind: 'facet';
        readonly facet: string;
        readonly exact: boolean;
        readonly operands: readonly Operand[];
      }
    | { readonly kind: 'compare'; readonly facet: string; readonly sign: Sign; readonly amount: Amount }
  );

export type Sign = '<' | '<=' | '>' | '>=' | '=';

/** Text to look for, in lower case; as it was written, to write it again. */
export interface Word {
  readonly text: string;
  readonly written: string;
  /** In quotation marks: `*` and `,` stand for themselves. */
  readonly quoted: boolean;
}

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly regex: LinearRegex;
}

export type Operand =
  | { readonly kind: 'word'; readonly word: Word }
  | { readonly kind: 'pattern'; readonly pattern: Pattern };

/** `at`: a moment (epoch milliseconds). Else octets, milliseconds or a count, whatever the facet counts. */
export interface Amount {
  readonly kind: 'amount' | 'at';
  readonly value: number;
  readonly written: string;
}

export type Problem = Span &
  (
    | { readonly kind: 'unknown-facet'; readonly word: string; readonly suggestion: string | null }
    | {
        readonly kind: 'unknown-value';
        readonly facet: string;
        readonly word: string;
        readonly values: readonly string[];
      }
    | { readonly kind: 'no-amount'; readonly facet: string; readonly word: string; readonly example: string }
    /** The facet has no more and less. */
    | { readonly kind: 'no-order'; readonly facet: string }
    | { readonly kind: 'pattern'; readonly problem: RegexProblem }
  );

export const NO_QUERY: Query = { terms: [], problems: [] };
