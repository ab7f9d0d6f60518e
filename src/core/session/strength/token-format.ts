/** Formats that wrap or replace a session ID: which part of a value the ID is, and whether strength means anything for it. */
import { decodeBase64, textOf } from '../../value/base64.ts';
import { isJwt } from '../../value/readings.ts';

export interface TokenFormat {
  /** For a person; empty for a bare value. */
  readonly name: string;
  readonly kind: 'opaque' | 'sealed' | 'signed';
  /** The part that is the ID; the whole where the value carries its state itself. */
  readonly id: string;
  /** Why guessing is no question of the ID's length: the value carries its state under a key; null: it is judged by its ID. */
  readonly notApplicable: string | null;
}

const SEALED = 'the value carries its state encrypted; it stands or falls with its key, not with its length';
const SIGNED =
  'the value carries its state itself under a signature; it stands or falls with the key of that';
const BASE64 = /^[\w+/-]+={0,2}$/;
const HMAC = /^[\w+/-]{27,86}={0,2}$/;

/** Which format a cookie's value has, percent-encoded or not, in quotes or not. Never throws. */
export function formatOf(value: string): TokenFormat {
  const text = plain(value);
  return (
    wholeFormat(text) ??
    expressSigned(text) ??
    dashSigned(text) ??
    dotSigned(text) ??
    javaRoute(text) ??
    bare(text)
  );
}

function bare(text: string): TokenFormat {
  return { name: '', kind: 'opaque', id: text, notApplicable: null };
}

function plain(value: string): string {
  const quoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
  const text = quoted ? value.slice(1, -1) : value;
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What the text must hold, before the form is tried: a long value is not searched for each of them in vain. */
const WHOLE: readonly (readonly [string, RegExp, string, 'sealed' | 'signed'])[] = [
  ['.local.', /^v[1-4]\.local\.[\w-]{40}/, 'PASETO (local)', 'sealed'],
  ['.public.', /^v[1-4]\.public\.[\w-]{40}/, 'PASETO (public)', 'signed'],
  ['Fe26.', /^Fe26\.\d\*/, 'iron sealed value', 'sealed'],
  ['eyJpdiI6', /^eyJpdiI6[\w+/-]{40}/, 'Laravel encrypted value', 'sealed'],
  ['CfDJ8', /^CfDJ8[\w+/-]{40}/, 'ASP.NET data protection', 'sealed'],
  ['gAAAAA', /^gAAAAA[\w-]{60}/, 'Fernet token', 'sealed'],
  [';', /^[\w+/-]{20,}={0,2};[\w+/-]{32}$/, 'fastify secure session', 'sealed'],
  ['--', /^[\w+/-]{16,}={0,2}--[\w+/-]{16}--[\w+/-]{22}={0,2}$/, 'Rails encrypted value', 'sealed'],
];

function wholeFormat(text: string): TokenFormat | null {
  for (const [part, pattern, name, kind] of WHOLE) {
    if (text.includes(part) && pattern.test(text)) return selfContained(name, kind, text);
  }
  if (!isJwt(text)) return null;
  const sealed = text.split('.').length === 5;
  return selfContained(sealed ? 'JWE' : 'JWT', sealed ? 'sealed' : 'signed', text);
}

function selfContained(name: string, kind: 'sealed' | 'signed', text: string): TokenFormat {
  return { name, kind, id: text, notApplicable: kind === 'sealed' ? SEALED : SIGNED };
}

/** cookie-signature, as express-session and cookie-parser write it: `s:ID.signature`. */
function expressSigned(text: string): TokenFormat | null {
  const dot = text.lastIndexOf('.');
  if (!text.startsWith('s:') || dot < 3 || !HMAC.test(text.slice(dot + 1))) return null;
  return signedPart('express signed value', text.slice(2, dot), text);
}

/** Rails and Rack: `payload--hmac`. */
function dashSigned(text: string): TokenFormat | null {
  const dash = text.lastIndexOf('--');
  if (dash < 1 || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text.slice(dash + 2))) return null;
  return signedPart('signed value (payload--signature)', text.slice(0, dash), text);
}

/** itsdangerous, Django, Fastify, Hapi: `payload.signature`, `payload.time.signature`, with `:` or `.` between. */
function dotSigned(text: string): TokenFormat | null {
  const separator = text.includes(':') ? ':' : '.';
  const parts = text.split(separator);
  const signature = parts.at(-1) ?? '';
  const payload = parts[0] ?? '';
  if (parts.length < 2 || parts.length > 3 || payload.length < 2) return null;
  if (!/^(?:[\w-]{27}|[\w+/-]{43})={0,2}$/.test(signature)) return null;
  if (parts.length === 3 && !/^[\w-]{5,8}$/.test(parts[1] ?? '')) return null;
  return signedPart('signed value (payload and signature)', payload, text);
}

/** A signature around an ID leaves the ID to be judged; one around state makes the value stand by itself. */
function signedPart(name: string, payload: string, whole: string): TokenFormat {
  if (carriesState(payload)) return selfContained(name, 'signed', whole);
  return { name, kind: 'signed', id: payload, notApplicable: null };
}

/** JSON, serialised objects (pickle `gA…`, Ruby's Marshal `BA…`), compressed state (`.eJ`), or other text in base64. */
function carriesState(payload: string): boolean {
  if (/^\.?eJ|^[[{"]|^j:/.test(payload)) return true;
  const body = payload.split('--')[0] ?? '';
  if (!BASE64.test(body)) return false;
  const octets = decodeBase64(body.replace(/=+$/, ''));
  if (octets === null || octets.length < 2) return false;
  const isPickle = octets[0] === 0x80 && (octets[1] ?? 9) <= 5;
  const isMarshal = octets[0] === 4 && octets[1] === 8;
  return isPickle || isMarshal || /^[\s]*[[{"]/.test(textOf(octets) ?? '');
}

/** Tomcat and Jetty append `.route`, WebLogic `!primary!secondary!time`, WebSphere puts `0000` before and `:clone` behind. */
function javaRoute(text: string): TokenFormat | null {
  const tomcat = /^([0-9A-F]{32}|node[0-9]+[0-9a-z]{10,30})\.[\w-]{1,64}$/.exec(text)?.[1];
  const weblogic = /^([\w-]{24,64})!-?\d+(?:!|$)/.exec(text)?.[1];
  const websphere = /^\d{4}([\w-]{23}):[\w:.-]{1,64}$/.exec(text)?.[1];
  const id = tomcat ?? weblogic ?? websphere;
  return id === undefined
    ? null
    : { name: 'Java session ID with route', kind: 'opaque', id, notApplicable: null };
}
