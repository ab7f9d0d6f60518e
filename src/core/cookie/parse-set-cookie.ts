import { asciiLower } from './ascii.ts';
import { cookieDate } from './cookie-date.ts';
import { hasControl, hasTerminator, isDisallowed } from './disallowed-character.ts';
import { knownAttribute } from './known-attribute.ts';
import { maxAttributeOctets, maxNameValueOctets } from './limits.ts';
import { parseMaxAge } from './max-age.ts';
import { utf8Length } from './octets.ts';
import { parseSameSite } from './same-site-value.ts';
import { trimmed } from './trim.ts';
import type { Attribute, Browser, ParseResult, SetCookie, SetCookieBlockedReason } from './types.ts';

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
  const cookie: Draft = {
    name,
    value,
    secure: false,
    httpOnly: false,
    sameSite: 'unspecified',
    partitioned: false,
    attributes,
  };
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
    const isOversize =
      text.length > maxAttributeOctets || (!isPlain && utf8Length(text) > maxAttributeOctets);
    if (!isOversize) apply(cookie, attributeName, text, browser);
  }
  const reason = refusal(line, cookie, browser, isPlain);
  return reason === undefined ? { ok: true, cookie } : { ok: false, reason };
}

/** The name that a line gives its cookie, whether or not the line is any good. */
export function nameOfLine(line: string): string {
  const equals = line.indexOf('=');
  const end = line.indexOf(';');
  return equals === -1 || (end !== -1 && end < equals) ? '' : trimmed(line, 0, equals);
}

/** What an attribute means. Source: RFC 6265bis sections 5.6.1 to 5.6.7; Partitioned from the layered-cookies draft. */
function apply(cookie: Draft, name: string, text: string, browser: Browser): void {
  switch (knownAttribute(name, browser)) {
    case 'domain':
      cookie.domain = asciiLower(text.startsWith('.') ? text.slice(1) : text);
      break;
    case 'path':
      cookie.path = text;
      break;
    case 'expires': {
      const time = cookieDate(text, browser);
      if (time !== undefined) cookie.expires = time;
      else if (browser !== 'rfc6265bis') delete cookie.expires;
      break;
    }
    case 'max-age': {
      const seconds = parseMaxAge(text, browser);
      if (seconds !== undefined) cookie.maxAge = seconds;
      else if (browser !== 'rfc6265bis') delete cookie.maxAge;
      break;
    }
    case 'secure':
      cookie.secure = true;
      break;
    case 'httponly':
      cookie.httpOnly = true;
      break;
    case 'samesite':
      cookie.sameSite = parseSameSite(text);
      break;
    case 'partitioned':
      cookie.partitioned = true;
      break;
    default:
  }
}

/** Why the browser's parser gives the line up, in the order in which it looks. */
function refusal(
  line: string,
  { name, value, attributes }: SetCookie,
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
