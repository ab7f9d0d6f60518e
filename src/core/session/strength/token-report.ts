/** What `analyseTokens` tells; the shape is a contract of the library. */

/**
 * `opaque`: nothing to read in it; `sealed`: encrypted; `signed`: carries a signature; `structured`: built of readable parts (a
 * time, a counter, a hash of a known string, encoded text).
 */
export type TokenKind = 'opaque' | 'sealed' | 'signed' | 'structured';

export interface TokenFinding {
  /** The test's name, a noun in kebab-case; the same tests stand in the same order in every report. */
  readonly test: string;
  /** null: the test does not apply, or the sample is too small for it; the note says which. */
  readonly passed: boolean | null;
  /** The test's own figure (bits, a p-value, a count); null where there is none. */
  readonly figure: number | null;
  /** For a person; never holds a piece of a token. */
  readonly note: string;
}

export interface TokenReport {
  readonly sampleSize: number;
  /** Characters of the values as given. */
  readonly length: { readonly min: number; readonly max: number };
  /** The smallest usual alphabet that holds every character of the IDs, by name: `hex`, `base64url`, `digits`… */
  readonly alphabet: string;
  /** Bits, per position; constants count nothing once 8 IDs are seen. */
  readonly upperBoundBits: number;
  /** Bits against which the sample holds no sign; null: the sample cannot show it. */
  readonly effectiveBits: number | null;
  readonly kind: TokenKind;
  readonly findings: readonly TokenFinding[];
}
