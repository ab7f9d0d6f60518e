import { trimmed } from './trim.ts';
import type { Attribute, StoredCookie } from './types.ts';

/** The value of a request's Cookie header. A nameless cookie is its bare value. Source: RFC 6265bis section 5.8.3. */
export function formatCookieHeader(cookies: readonly Pick<StoredCookie, 'name' | 'value'>[]): string {
  let header = '';
  for (const cookie of cookies) header = withPair(header, cookiePair(cookie));
  return header;
}

/** One cookie as it stands in a Cookie header. */
export function cookiePair({ name, value }: Pick<StoredCookie, 'name' | 'value'>): string {
  return name === '' ? value : `${name}=${value}`;
}

/** A Cookie header with one more cookie at its end. */
export function withPair(header: string, pair: string): string {
  return header === '' ? pair : `${header}; ${pair}`;
}

/**
 * The cookies of a request's Cookie header, in order. A piece without `=` is a nameless cookie; empty pieces are left out.
 * Source: RFC 6265bis section 4.2, read as leniently as servers do.
 */
export function parseCookieHeader(header: string): readonly Attribute[] {
  const cookies: Attribute[] = [];
  for (let start = 0; start < header.length; ) {
    let end = header.indexOf(';', start);
    if (end === -1) end = header.length;
    const piece = trimmed(header, start, end);
    start = end + 1;
    if (piece === '') continue;
    const equals = piece.indexOf('=');
    const name = equals === -1 ? '' : trimmed(piece, 0, equals);
    cookies.push({ name, value: trimmed(piece, equals + 1, piece.length) });
  }
  return cookies;
}
