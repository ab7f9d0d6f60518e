/** Tokens from a text that a person pastes or opens, one a line. */
import { LONGEST_TOKEN, MOST_TOKENS } from './budget.ts';

/** Longer texts are not looked at: UTF-16 units. */
export const LONGEST_TEXT = 20_000_000;

export interface TokenLines {
  readonly tokens: readonly string[];
  /** Lines beyond the 20,000 that can be judged. */
  readonly leftOut: number;
  /** Tokens that were cut to 4,096 characters. */
  readonly cut: number;
}

/** Spaces around a token, empty lines and a byte-order mark are dropped. null: too long, or no text (it holds NUL). */
export function tokenLines(text: string): TokenLines | null {
  if (text.length > LONGEST_TEXT || text.includes('\0')) return null;
  const tokens: string[] = [];
  let leftOut = 0;
  let cut = 0;
  let start = 0;
  while (start < text.length) {
    let end = start;
    while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
    const token = text.slice(start, end).trim();
    start = end + 1;
    if (token === '') continue;
    if (tokens.length === MOST_TOKENS) {
      leftOut++;
      continue;
    }
    if (token.length > LONGEST_TOKEN) cut++;
    tokens.push(token.slice(0, LONGEST_TOKEN));
  }
  return { tokens, leftOut, cut };
}

function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}
