import { asciiLower } from './ascii.ts';
import { cookieDate } from './cookie-date.ts';
import { hasControl, hasTerminator, isDisallowed } from './disallowed-character.ts';
import { knownAttribute } from './known-attribute.ts';
import { maxAttributeOctets, maxNameValueOctets } from './limits.ts';
import { parseMaxAge } from './max-age.ts';
import { utf8Length } from './octets.ts';
import { parseSameSite } from './same-site-value.ts';
import { trimmed } from './trim.ts';
import type {
  Attribute,
  Browser,
  ParseResult,
  SameSite,
  SetCookie,
  SetCookieBlockedReason,
} from './types.ts';

/** Anything but printable ASCII: only then are there control characters to look for, or octets to count. */
const unusual = /[^\x20-\x7E]/;

/**
 * Reads one Set-Cookie line. Never throws; the work is linear in the line's length. `expires` and `maxAge` are the
 * attribute that counts where several are given (the RFC: the last valid one; browsers: the last one).
 * Source: RFC 6265bis section 5.6; Chromium net/cookies/parsed_cookie.cc; Firefox netwerk/cookie/CookieParser.cpp.
 */
export function parseSetCookie(line: string, options?: { readonly browser?: Browser }): ParseResult {
  const browser = options?.browser ?? 'chromium';
  const isPlain = !unusual.test(line);
  const semicolon = line.indexOf(';');
  const end = semicolon === -1 ? line.length : semicolon;
  const equals = line.indexOf('=');
  const hasName = equals !== -1 && equals < end;
  const name = hasName ? trimmed(line, 0, equals) : '';
  const value = trimmed(line, hasName ? equals + 1 : 0, end);
  const attributes = end === line.length ? [] : splitAttributes(line, end + 1);
  const reason = refusal(line, name, value, attributes, browser, isPlain);
  return reason === undefined
    ? { ok: true, cookie: interpret(name, value, attributes, browser, isPlain) }
    : { ok: false, reason };
}

/** The name that a line gives its cookie, whether or not the line is any good. */
export function nameOfLine(line: string): string {
  const equals = line.indexOf('=');
  const semicolon = line.indexOf(';');
  return equals === -1 || (semicolon !== -1 && semicolon < equals) ? '' : trimmed(line, 0, equals);
}

/** Each piece between semicolons, cut at its first `=`. Empty pieces are left out. */
function splitAttributes(line: string, from: number): readonly Attribute[] {
  const attributes: Attribute[] = [];
  let equals = 0;
  for (let start = from; start < line.length; ) {
    let end = line.indexOf(';', start);
    if (end === -1) end = line.length;
    // Looked for anew only when passed, or a line of many pieces without `=` would take quadratic time.
    if (equals < start) {
      equals = line.indexOf('=', start);
      if (equals === -1) equals = line.length;
    }
    const cut = equals < end ? equals : end;
    const name = trimmed(line, start, cut);
    if (name !== '' || cut < end)
      attributes.push({ name, value: cut < end ? trimmed(line, cut + 1, end) : '' });
    start = end + 1;
  }
  return attributes;
}

/** Why the browser's parser gives the line up, in the order in which it looks. */
function refusal(
  line: string,
  name: string,
  value: string,
  attributes: readonly Attribute[],
  browser: Browser,
  isPlain: boolean,
): SetCookieBlockedReason | undefined {
  if (!isPlain) {
    if (browser === 'chromium' ? hasTerminator(line) : browser === 'rfc6265bis' && hasControl(line)) {
      return 'DisallowedCharacter';
    }
    if (browser === 'firefox' && hasDisallowedAttribute(attributes, browser)) return 'DisallowedCharacter';
  }
  if (name === '' && value === '') return 'NoCookieContent';
  const octets = isPlain ? name.length + value.length : utf8Length(name) + utf8Length(value);
  if (octets > maxNameValueOctets) return 'NameValuePairExceedsMaxSize';
  if (isPlain) return undefined;
  if (isDisallowed(name, 'name', browser) || isDisallowed(value, 'value', browser))
    return 'DisallowedCharacter';
  return hasDisallowedAttribute(attributes, browser) ? 'DisallowedCharacter' : undefined;
}

function hasDisallowedAttribute(attributes: readonly Attribute[], browser: Browser): boolean {
  return attributes.some(
    ({ name, value }) =>
      isDisallowed(name, 'attribute', browser) ||
      isDisallowed(value, name.toLowerCase() === 'path' ? 'path' : 'attribute', browser),
  );
}

/** The attributes' meaning. Source: RFC 6265bis sections 5.6.1 to 5.6.7; Partitioned from the layered-cookies draft. */
function interpret(
  name: string,
  value: string,
  attributes: readonly Attribute[],
  browser: Browser,
  isPlain: boolean,
): SetCookie {
  const isRfc = browser === 'rfc6265bis';
  let domain: string | undefined;
  let path: string | undefined;
  let expires: number | undefined;
  let maxAge: number | undefined;
  let secure = false;
  let httpOnly = false;
  let sameSite: SameSite = 'unspecified';
  let partitioned = false;
  for (const attribute of attributes) {
    const text = attribute.value;
    if (text.length > maxAttributeOctets || (!isPlain && utf8Length(text) > maxAttributeOctets)) continue;
    switch (knownAttribute(attribute.name, browser)) {
      case 'domain':
        domain = asciiLower(text.startsWith('.') ? text.slice(1) : text);
        break;
      case 'path':
        path = text;
        break;
      case 'expires': {
        const time = cookieDate(text, browser);
        if (time !== undefined || !isRfc) expires = time;
        break;
      }
      case 'max-age': {
        const seconds = parseMaxAge(text, browser);
        if (seconds !== undefined || !isRfc) maxAge = seconds;
        break;
      }
      case 'secure':
        secure = true;
        break;
      case 'httponly':
        httpOnly = true;
        break;
      case 'samesite':
        sameSite = parseSameSite(text);
        break;
      case 'partitioned':
        partitioned = true;
        break;
      default:
    }
  }
  return {
    name,
    value,
    ...(domain === undefined ? undefined : { domain }),
    ...(path === undefined ? undefined : { path }),
    ...(expires === undefined ? undefined : { expires }),
    ...(maxAge === undefined ? undefined : { maxAge }),
    secure,
    httpOnly,
    sameSite,
    partitioned,
    attributes,
  };
}
