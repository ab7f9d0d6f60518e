import type { ReadOptions, ReadResult } from './types.ts';

/**
 * Reads cookies of whatever text: format recognised by content unless named. Never throws. A row that cannot be read has its
 * problem and stops no other; sizes are bounded (`MOST_CHARACTERS`, `MOST_ROWS`).
 */
export function readCookies(_text: string, { format }: ReadOptions): ReadResult {
  return { format: format ?? null, rows: [], problem: 'unknown-format', leftOut: [] };
}
