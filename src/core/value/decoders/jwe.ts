import { type DecodeText, never, SEALED } from '../layer.ts';
import { base64UrlOctets, joseParts, keyNotes } from './jose.ts';

/** A JWE in compact form (RFC 7516 section 7.1): five parts, of which only the header can be read. */
export const jwe: DecodeText = (text) => {
  const jose = joseParts(text);
  if (jose === null || typeof jose.header.enc !== 'string') return null;
  const { header, alg, parts } = jose;
  if (!parts.every((part) => base64UrlOctets(part) !== null || part.length % 4 === 1)) return null;
  const whole = parts.length === 5;
  // Long session tokens of Auth.js are cut into cookies NAME.0, NAME.1…: the first begins like a token and has no end.
  if (!whole && !(parts.length === 4 && text.length > 2000)) return null;
  const notes = [
    `Encrypted with ${header.enc}, its key by ${alg}: without the key only the header can be read.`,
    ...keyNotes(header),
  ];
  if (alg === 'dir') notes.push('Auth.js (NextAuth) writes its session tokens in this way; others do too.');
  if (!whole) notes.push('It has no end: the rest is in the next cookie (NAME.1).');
  return {
    layer: { format: whole ? 'jwe' : 'jwe-chunk', readable: false, data: { header }, notes },
    rewrite: never(SEALED),
  };
};
