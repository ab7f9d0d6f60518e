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

type Draft = { -readonly [Key in keyof SetCookie]: SetCookie[Key] };

/**
 * Reads one Set-Cookie line. Never throws; the work is linear in the line's length. `expires` and `maxAge` are the
 * attribute that counts where several are given (the RFC: the last valid one; browsers: the last one).
 * Source: RFC 6265bis section 5.6; Chromium net/cookies/parsed_cookie.cc; Firefox netwerk/cookie/CookieParser.cpp.
 */
export function parseSetCookie(line: string, options?: { readonly browser?: Browser }): ParseResult {
  const browser = options?.browser ?? 'chromium';
  const isPlain = !unusual.test(line);
  let end = line.indexOf(';');
  if (end === -1) end = line.length;
  let equals = line.indexOf('=');
  const hasName = equals !== -1 && equals < end;
  const name = hasName ? trimmed(line, 0, equals) : '';
  const value = trimmed(line, hasName ? equals + 1 : 0, end);
  const attributes: Attribute[] = [];
  let secure = false;
  let httpOnly = false;
  let partitioned = false;
  let sameSite: SameSite = 'unspecified';
  let domain: string | undefined;
  let path: string | undefined;
  let expires: number | undefined;
  let maxAge: number | undefined;
  for (let start = end + 1; start < line.length; start = end + 1) {
    end = line.indexOf(';', start);
    if (end === -1) end = line.length;
    // Looked for anew only when passed, or a line of many pieces without `=` would take quadratic time.
    if (equals < start) {
      equals = line.indexOf('=', start);
      if (equals === -1) equals = line.length;
    }
    const hasValue = equals < end;
    const attributeName = trimmed(line, start, hasValue ? equals : end);
    if (attributeName === '' && !hasValue) continue;
    const text = hasValue ? trimmed(line, equals + 1, end) : '';
    attributes.push({ name: attributeName, value: text });
    if (text.length > maxAttributeOctets || (!isPlain && utf8Length(text) > maxAttributeOctets)) continue;
    // RFC 6265bis sections 5.6.1 to 5.6.7; Partitioned from the layered-cookies draft.
    switch (knownAttribute(attributeName, browser)) {
      case 'path':
        path = text;
        break;
      case 'secure':
        secure = true;
        break;
      case 'httponly':
        httpOnly = true;
        break;
      case 'samesite':
        sameSite = parseSameSite(text);
        break;
      case 'expires': {
        const time = cookieDate(text, browser);
        if (time !== undefined || browser !== 'rfc6265bis') expires = time;
        break;
      }
      case 'max-age': {
        const seconds = parseMaxAge(text, browser);
        if (seconds !== undefined || browser !== 'rfc6265bis') maxAge = seconds;
        break;
      }
      case 'domain':
        domain = asciiLower(text.charCodeAt(0) === 0x2e ? text.slice(1) : text);
        break;
      case 'partitioned':
        partitioned = true;
        break;
      default:
    }
  }
  const size = name.length + value.length;
  if (!isPlain || size === 0 || size > maxNameValueOctets) {
    const reason = refusal(line, name, value, attributes, browser);
    if (reason !== undefined) return { ok: false, reason };
  }
  const cookie: Draft = { name, value, secure, httpOnly, sameSite, partitioned, attributes };
  // What is not there is left out, always in the same order: few shapes of object are faster than many.
  if (path !== undefined) cookie.path = path;
  if (domain !== undefined) cookie.domain = domain;
  if (expires !== undefined) cookie.expires = expires;
  if (maxAge !== undefined) cookie.maxAge = maxAge;
  return { ok: true, cookie };
}

/** The name that a line gives its cookie, whether or not the line is any good. */
export function nameOfLine(line: string): string {
  const equals = line.indexOf('=');
  const end = line.indexOf(';');
  return equals === -1 || (end !== -1 && end < equals) ? '' : trimmed(line, 0, equals);
}

/** Why the browser's parser gives the line up, in the order in which it looks. */
function refusal(
  line: string,
  name: string,
  value: string,
  attributes: readonly Attribute[],
  browser: Browser,
): SetCookieBlockedReason | undefined {
  if (browser === 'chromium' ? hasTerminator(line) : browser === 'rfc6265bis' && hasControl(line)) {
    return 'DisallowedCharacter';
  }
  if (browser === 'firefox' && hasDisallowedAttribute(attributes, browser)) return 'DisallowedCharacter';
  if (name === '' && value === '') return 'NoCookieContent';
  if (utf8Length(name) + utf8Length(value) > maxNameValueOctets) return 'NameValuePairExceedsMaxSize';
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
