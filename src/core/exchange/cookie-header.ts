/** A request's `Cookie:` line, or what stands behind its colon. Other lines beside it, as of a whole request, are passed over. */
import type { Attribute } from '../cookie/types.ts';
import type { BrowserCookie } from '../recording/fact.ts';
import { lostInPairs, pairsOf, pairsText, rowsOfPairs } from './cookie-pairs.ts';
import { linesOf } from './lines.ts';
import type { Place, ReadPart, WrittenPart } from './rows.ts';
import { MOST_ROWS, type WriteOptions } from './types.ts';

/** `>` in front: as `curl -v` shows it. */
const HEADER = /^[\s>]{0,20}cookie:/i;

export function isCookieLine(line: string): boolean {
  return HEADER.test(line);
}

export function readCookieHeader(text: string, { url }: Place): ReadPart {
  const named: Attribute[] = [];
  const bare: Attribute[] = [];
  for (const { text: line } of linesOf(text)) {
    const prefix = HEADER.exec(line)?.[0];
    const pairs = prefix === undefined ? bare : named;
    if (pairs.length > MOST_ROWS) break;
    for (const pair of pairsOf(line.slice(prefix?.length ?? 0))) pairs.push(pair);
  }
  return rowsOfPairs(named.length > 0 ? named : bare, url);
}

export function writeCookieHeader(cookies: readonly BrowserCookie[], { url }: WriteOptions): WrittenPart {
  const { text, left } = pairsText(cookies);
  return { text: `Cookie: ${text}\n`, lost: lostInPairs(cookies, url, left) };
}
