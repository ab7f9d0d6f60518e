/** What a JSON Web Token says without any key (RFC 7519); whether it is true nobody can tell from it. */
import { decodeBase64, textOf } from './base64.ts';
import { isRecord, parseJson } from './json-text.ts';

export interface JwtParts {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly isSigned: boolean;
}

const LONGEST = 16_384;

/** null: it is no JWT. Percent-encoding and `Bearer ` before it do not matter. Never throws. */
export function jwtParts(value: string): JwtParts | null {
  if (value.length > LONGEST) return null;
  const text = value.replace(/^"|"$/g, '').replace(/^Bearer(?: |%20)/i, '');
  const match = /^(ey[\w-]+)\.(ey[\w-]+)\.([\w-]*)$/.exec(text);
  const [, header, claims, signature] = match ?? [];
  const head = recordIn(header);
  const body = recordIn(claims);
  return head === null || body === null ? null : { header: head, claims: body, isSigned: signature !== '' };
}

function recordIn(piece: string | undefined): Readonly<Record<string, unknown>> | null {
  const octets = piece === undefined ? null : decodeBase64(piece);
  const text = octets === null ? null : textOf(octets);
  const parsed = text === null ? null : parseJson(text);
  return parsed !== null && isRecord(parsed.data) ? parsed.data : null;
}

/** Seconds since the epoch, as a NumericDate has them; null: absent, or no number. */
export function numericDate(
  claims: Readonly<Record<string, unknown>>,
  name: 'exp' | 'iat' | 'nbf',
): number | null {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
