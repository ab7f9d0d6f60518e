/** The part of a session cookie's value that stays the same as long as the session does. */
import { decodeBase64, textOf } from '../value/base64.ts';
import { isRecord, parseJson } from '../value/json-text.ts';
import { percentDecoded } from './percent-decoded.ts';

/** What may pass for a signature: 27 characters (SHA-1 in base64) or more. */
const SIGNATURE = /^[\w+/=-]{20,100}$/;
const LONGEST = 8192;

/**
 * The ID in a signed or structured value: `s:ID.sig` → `ID` (express-session, cookie-parser), a JWT → `jti`, `sid` or else the
 * whole, `payload.time.sig` and `payload:time:sig` (itsdangerous, Django) → payload, `data--hmac` (Rails) → data, `ID.node1`
 * (Tomcat, Jetty) and `0000ID:clone` (WebSphere) → ID, Koa's JSON without its `_expire`. Anything else is its own ID; '' stays ''.
 */
export function stableId(name: string, value: string): string {
  if (value === '' || value.length > LONGEST) return value;
  const text = percentDecoded(unquoted(value));
  return (
    signedByExpress(text) ??
    tokenId(text) ??
    payloadOfTimed(text) ??
    dataOfRails(text) ??
    withoutNode(name, text) ??
    withoutRenewal(text) ??
    value
  );
}

function unquoted(value: string): string {
  return value.length >= 2 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
}

function signedByExpress(text: string): string | null {
  if (!text.startsWith('s:')) return null;
  const dot = text.lastIndexOf('.');
  return dot > 2 ? text.slice(2, dot) : null;
}

/** RFC 7519 section 4.1.7 (`jti`), OpenID Connect Front-Channel Logout section 3 (`sid`). */
function tokenId(text: string): string | null {
  const token = text.replace(/^Bearer /i, '');
  if (!token.startsWith('eyJ')) return null;
  const parts = token.split('.', 4);
  const claims = parts.length === 3 ? jsonIn(parts[1] ?? '') : null;
  if (!isRecord(claims)) return null;
  for (const claim of ['jti', 'sid'] as const) {
    const id = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
    if (typeof id === 'string' && id !== '') return id;
  }
  return null;
}

/** The time in the middle is that of signing, four to six base64 octets; it moves although the session does not. */
function payloadOfTimed(text: string): string | null {
  const match = /^(\.?[\w:=-]{2,8000})([.:])([\w-]{5,8})\2([\w-]{20,100})$/.exec(text);
  const [, payload, , , signature] = match ?? [];
  if (payload === undefined || signature === undefined || !SIGNATURE.test(signature)) return null;
  // A JWT is cut at dots too; its middle is longer than a time.
  return payload;
}

function dataOfRails(text: string): string | null {
  const match = /^(.{8,})--[0-9a-f]{40,128}$/.exec(text);
  const data = match?.[1];
  // Sealed data (`data--iv--tag`) is other at every sealing: it has no stable part.
  return data === undefined || data.includes('--') ? null : data;
}

function withoutNode(name: string, text: string): string | null {
  if (!/jsessionid/i.test(name)) return null;
  const id = text.split(/[.!:~]/, 1)[0] ?? '';
  if (id === '' || id === text) return null;
  // WebSphere puts four digits of its cache before the ID.
  return text.includes(':') ? id.replace(/^\d{4}(?=.{12})/, '') : id;
}

/** koa-session writes when it ends into the cookie itself, and moves that on. */
function withoutRenewal(text: string): string | null {
  if (!text.startsWith('eyJ') && !text.startsWith('ey')) return null;
  const data = jsonIn(text);
  if (!isRecord(data) || !Object.hasOwn(data, '_expire')) return null;
  const { _expire, ...rest } = data;
  return JSON.stringify(rest);
}

function jsonIn(base64: string): unknown {
  const octets = decodeBase64(base64);
  const text = octets === null ? null : textOf(octets);
  return text === null ? null : (parseJson(text)?.data ?? null);
}
