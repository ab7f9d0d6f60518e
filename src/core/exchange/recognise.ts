/** Which format a text is of. */
import { parseCookieHeader } from '../cookie/cookie-header.ts';
import { isCookieLine } from './cookie-header.ts';
import { isCurlCommand } from './curl.ts';
import { jsonFormat } from './json-shape.ts';
import { linesOf } from './lines.ts';
import { fieldsOf, isCookieLine as isNetscapeLine } from './netscape.ts';
import { isSetCookieLine } from './set-cookie.ts';
import type { FormatId } from './types.ts';

const NETSCAPE_HEAD = /^\s{0,100}#\s{0,4}(?:Netscape )?HTTP Cookie File/i;
/** Behind a semicolon; what is no attribute with such a value may be a cookie of that name. */
const ATTRIBUTE =
  /;[ \t]{0,20}(?:secure|httponly|partitioned|samesite=(?:strict|lax|none)|path=\/[^;]{0,2000}|max-age=-?\d{1,20}|expires=[a-z]{3,9},? [^;]{0,40}|domain=[^;]{1,255})[ \t]{0,20}(?:;|$)/i;
/** Lines that are looked at: a header may stand in the middle of others. */
const LOOK = 200;
/** A cookie's name, so that no prose is taken for a header (RFC 6265 section 4.1.1). */
const NAME = /^[\w!#$%&'*+.^`|~[\]:@/-]{1,256}$/;

/** @param data the text as JSON; undefined where it is none. null: not recognised. */
export function recognise(text: string, data: unknown): FormatId | null {
  if (data !== undefined) {
    const format = jsonFormat(data);
    if (format !== null || typeof data === 'object') return format;
  }
  if (isCurlCommand(text)) return 'curl';
  if (NETSCAPE_HEAD.test(text)) return 'netscape';
  const lines: string[] = [];
  for (const { text: line } of linesOf(text)) {
    if (line.trim() !== '') lines.push(line);
    if (lines.length === LOOK) break;
  }
  if (lines.some(isSetCookieLine)) return 'set-cookie';
  if (lines.some(isCookieLine)) return 'cookie-header';
  if (lines.some((line) => isNetscapeLine(line) && fieldsOf(line) !== null)) return 'netscape';
  if (!lines.some(isPairs)) return null;
  return lines.some((line) => ATTRIBUTE.test(line)) ? 'set-cookie' : 'cookie-header';
}

function isPairs(line: string): boolean {
  const [first] = parseCookieHeader(line.slice(0, 10_000));
  return first !== undefined && line.includes('=') && NAME.test(first.name);
}
