/** Pieces of the examples that show tokens. */
import { encodeBase64 } from '../../value/base64-write.ts';
import { EXAMPLE_START } from '../example.ts';

/** Seconds since the epoch: when the examples begin. */
export const NOW = EXAMPLE_START / 1000;

const octets = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A JWT with a made-up signature; without one where the algorithm is none. */
export function jwt(claims: Readonly<Record<string, unknown>>, alg = 'HS256'): string {
  const parts = [{ alg, typ: 'JWT' }, claims].map((part) =>
    encodeBase64(octets(JSON.stringify(part)), { urlSafe: true, padded: false }),
  );
  return `${parts.join('.')}.${alg === 'none' ? '' : 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'}`;
}

/** 128 bits in hex. */
export const STRONG = 'c3a9174e60bd52f8a17e9d04b6f2385c';
export const STRONG_LINE = `sid=${STRONG}; Path=/; HttpOnly; Secure; SameSite=Lax`;
