import { decodeBase64 } from './base64.ts';
import { inflateZlib } from './compressed.ts';
import { parseJson } from './json-text.ts';
import { printableText } from './printable.ts';

export interface Payload {
  readonly text?: string;
  readonly data?: unknown;
  /** Octets that are no text. */
  readonly octets?: Uint8Array;
}

/** A payload of Django or itsdangerous: base64url of JSON or of something else, zlib-compressed where a dot stood before it. */
export function signedPayload(body: string, compressed: boolean): Payload | null {
  const raw = /^[\w-]+$/.test(body) ? decodeBase64(body) : null;
  const octets = raw !== null && compressed ? (inflateZlib(raw)?.octets ?? null) : raw;
  if (octets === null) return null;
  const text = printableText(octets);
  if (text === null) return { octets };
  const parsed = parseJson(text);
  return parsed === null ? { text } : { text, data: parsed.data };
}
