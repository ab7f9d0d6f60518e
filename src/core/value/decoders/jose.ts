import { decodeBase64 } from '../base64.ts';
import { isRecord, parseJson } from '../json-text.ts';
import { printableText } from '../printable.ts';

/** What JWS and JWE in compact form have in common (RFC 7515 section 7.1, RFC 7516 section 7.1). */
export interface JoseParts {
  readonly header: Readonly<Record<string, unknown>>;
  readonly alg: string;
  readonly parts: readonly string[];
}

/** null: no header that is a JSON object and names an algorithm. */
export function joseParts(text: string): JoseParts | null {
  // The base64url of `{`, followed by a quote or white space.
  if (!/^e[wy]/.test(text) || !text.includes('.')) return null;
  const parts = text.split('.', 7);
  const octets = base64UrlOctets(parts[0] ?? '');
  const head = octets === null ? null : printableText(octets);
  const header = head === null ? null : parseJson(head)?.data;
  if (!isRecord(header) || !Object.hasOwn(header, 'alg') || typeof header.alg !== 'string') return null;
  return { header, alg: header.alg, parts };
}

/** Base64url without padding (RFC 7515 section 2); padding is forgiven. */
export function base64UrlOctets(text: string): Uint8Array | null {
  return /^[\w-]*={0,2}$/.test(text) ? decodeBase64(text) : null;
}

/** Header parameters that tell where the key is: a server that follows them lets the sender choose it (RFC 8725 section 3.10). */
export function keyNotes(header: Readonly<Record<string, unknown>>): readonly string[] {
  const risky = ['jku', 'x5u', 'jwk'].filter((name) => Object.hasOwn(header, name));
  return risky.length === 0
    ? []
    : [`Its header brings or points to a key (${risky.join(', ')}): a server must not trust that.`];
}
