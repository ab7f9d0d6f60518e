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

/**
 * Printable ASCII alone: else there are control characters to look for, and octets to count. Asked this way round, the
 * regular expression takes two thirds of the time of a search for the first character that is not.
 */
const plain = /^[\x20-\x7E]*$/;

type Draft = { -readonly [Key in keyof SetCookie]: SetCookie[Key] };

/**
 * Reads one Set-Cookie line. Never throws; the work is linear in the line's length. `expires` and `maxAge` are the
 * attribute that counts where several are given (the RFC: the last valid one; browsers: the last one).
 * Source: RFC 6265bis section 5.6; Chromium net/cookies/parsed_cookie.cc; Firefox netwerk/cookie/CookieParser.cpp.
 */
export function parseSetCookie(line: string, options?: { readonly browser?: Browser }): ParseResult {
  const browser = options?.browser ?? 'chromium';
  const isPlain = plain.test(line);
  let end = line.indexOf(';');
  if (end === -1) end = line.length;
  let equals = line.indexOf('=');
  const hasName = equals !== -1 && equals < end;
  const first = trimmed(line, 0, hasName ? equals : end);
  // Without `=` all is the value; Firefox takes it for the name (network.cookie.valueless_cookie).
  const isValue = !hasName && browser !== 'firefox';
  const name = isValue ? '' : first;
  const value = isValue ? first : hasName ? trimmed(line, equals + 1, end) : '';
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
  if (!isPlain || name === '' || size > maxNameValueOctets) {
    const reason = refusal(line, { name, value, path, attributes }, browser);
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
export function nameOfLine(line: string, browser: Browser): string {
  const semicolon = line.indexOf(';');
  const end = semicolon === -1 ? line.length : semicolon;
  const equals = line.indexOf('=');
  if (equals !== -1 && equals < end) return trimmed(line, 0, equals);
  return browser === 'firefox' ? trimmed(line, 0, end) : '';
}

/** Why the browser's parser gives the line up, in the order in which it looks. */
function refusal(
  line: string,
  {
    name,
    value,
    path,
    attributes,
  }: Pick<SetCookie, 'name' | 'value' | 'attributes'> & { readonly path: string | undefined },
  browser: Browser,
): SetCookieBlockedReason | undefined {
  if (browser === 'chromium' ? hasTerminator(line) : browser === 'rfc6265bis' && hasControl(line)) {
    return 'DisallowedCharacter';
  }
  const isFirefox = browser === 'firefox';
  const hasOddAttribute = attributes.some(
    (attribute) => isDisallowed(attribute.name, browser) || isDisallowed(attribute.value, browser),
  );
  if (isFirefox && hasOddAttribute) return 'DisallowedCharacter';
  if (name === '' && value === '') return 'NoCookieContent';
  // Firefox has no nameless cookies (network.cookie.block_nameless_with_equal_char).
  if (isFirefox && name === '') return 'SyntaxError';
  if (utf8Length(name) + utf8Length(value) > maxNameValueOctets) return 'NameValuePairExceedsMaxSize';
  // Firefox takes TAB anywhere but in the path that counts.
  const hasOddPath = isFirefox && path?.startsWith('/') && path.includes('\t');
  return isDisallowed(name, browser) || isDisallowed(value, browser) || hasOddAttribute || hasOddPath
    ? 'DisallowedCharacter'
    : undefined;
}
