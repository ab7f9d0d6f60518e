/** Cookies of a recorded request and response: the headers where they are there, else the lists beside them. */
import { parseCookieDate } from '../../cookie/cookie-date.ts';
import { formatSetCookie } from '../../cookie/serialise.ts';
import type { SameSite } from '../../cookie/types.ts';
import type { CookieAttributes } from './entry.ts';
import { type Data, list, type Named, record, text, time } from './values.ts';

/** The Cookie header of a list of cookies; null where there are none. */
export function cookieHeaderOf(cookies: readonly Named[]): string | null {
  const pairs = cookies.filter(({ name, value }) => !/[;\r\n]/.test(name + value));
  return pairs.length === 0 ? null : pairs.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** Only what comes from a cookie store has both; a list made of the header has neither. */
export function attributesOf(cookie: Data): CookieAttributes | null {
  if (typeof cookie.domain !== 'string' || typeof cookie.path !== 'string') return null;
  const domain = cookie.domain.toLowerCase();
  if (!/^\.?[a-z0-9[\]:._-]{1,253}$/.test(domain) || !cookie.path.startsWith('/')) return null;
  return {
    domain: domain.replace(/^\./, ''),
    hostOnly: !domain.startsWith('.'),
    path: cookie.path,
    secure: cookie.secure === true,
    httpOnly: cookie.httpOnly === true,
    sameSite: sameSiteOf(cookie.sameSite),
    expires: expiryOf(cookie.expires) ?? null,
  };
}

/**
 * Set-Cookie lines of a response. `lines` are those of the headers; WebKit joins several by commas, as RFC 9110 section 5.3
 * says of every header but this one.
 */
export function setCookieLines(
  lines: readonly string[],
  cookies: unknown,
  host: string,
  joins: boolean,
): string[] {
  const whole = lines.map((line) => line.replace(/\r$/, '')).filter((line) => line !== '');
  const told = list(cookies).length;
  if (whole.length === 0) return list(cookies).flatMap((cookie) => rebuilt(record(cookie), host) ?? []);
  if (!joins && told <= whole.length) return whole;
  const apart = whole.flatMap(splitAtCommas);
  return joins || apart.length === told ? apart : whole;
}

/** At commas that a name and `=` follow: the one in a date has a day after it. */
function splitAtCommas(line: string): string[] {
  return line.split(/,\s{0,10}(?=[\w!#$%&'*+.^`|~-]{1,256}=)/);
}

/** A line that means what a list says of a cookie. A domain that is the host itself was most likely never written. */
function rebuilt(cookie: Data | null, host: string): string | null {
  if (cookie === null) return null;
  const [name, value] = [text(cookie.name), text(cookie.value)];
  if (name + value === '' || /[;\r\n]/.test(name + value)) return null;
  const domain = text(cookie.domain).toLowerCase();
  const path = text(cookie.path);
  const expires = expiryOf(cookie.expires);
  return formatSetCookie({
    name,
    value,
    ...(domain === '' || domain === host || /[;\r\n]/.test(domain)
      ? {}
      : { domain: domain.replace(/^\./, '') }),
    ...(path === '' || /[;\r\n]/.test(path) ? {} : { path }),
    ...(expires === null ? {} : { expires }),
    secure: cookie.secure === true,
    httpOnly: cookie.httpOnly === true,
    sameSite: sameSiteOf(cookie.sameSite),
    partitioned: false,
  });
}

function expiryOf(value: unknown): number | null {
  return time(value) ?? parseCookieDate(text(value).slice(0, 100)) ?? null;
}

function sameSiteOf(value: unknown): SameSite {
  const word = text(value).toLowerCase();
  return word === 'strict' || word === 'lax' || word === 'none' ? word : 'unspecified';
}
