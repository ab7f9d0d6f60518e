import type { Browser, SetCookie } from './types.ts';

/** Longer ones first: `__Host-Http-` also begins with `__Host-`. */
const prefixes = [
  { name: '__host-http-', host: true, http: true },
  { name: '__host-', host: true, http: false },
  { name: '__http-', host: false, http: true },
  { name: '__secure-', host: false, http: false },
] as const;

/** The prefix that a name begins with, in whatever case it is written. */
export function prefixOf(text: string): (typeof prefixes)[number] | undefined {
  if (!text.startsWith('__')) return undefined;
  const start = text.slice(0, 12).toLowerCase();
  return prefixes.find(({ name }) => start.startsWith(name));
}

/** What the prefix of a cookie's name has to be measured against. */
export interface PrefixFacts {
  /** The cookie comes from a URL that may set Secure cookies. */
  readonly trustworthy: boolean;
  /** No Domain attribute, or one that names the host's own IP address. */
  readonly hostOnly: boolean;
  readonly hasDomain: boolean;
  /** As stored. */
  readonly path: string;
}

/**
 * True where the cookie keeps the promise of its name's prefix, in whatever case that is written: `__Secure-` Secure;
 * `__Host-` Secure, no Domain and `Path=/`; `__Http-` Secure and HttpOnly; `__Host-Http-` all of them. A nameless cookie
 * keeps it by not having one in its value. Source: RFC 6265bis sections 4.1.3 and 5.7; Chromium IsCookiePrefixValid.
 */
export function keepsPrefix(cookie: SetCookie, facts: PrefixFacts, browser: Browser): boolean {
  if (cookie.name === '') return prefixOf(cookie.value) === undefined;
  const prefix = prefixOf(cookie.name);
  if (prefix === undefined) return true;
  if (!cookie.secure || !facts.trustworthy) return false;
  if (prefix.http && !cookie.httpOnly) return false;
  if (!prefix.host) return true;
  // Firefox looks at the path as stored, so a default-path of `/` will do there.
  const path = browser === 'firefox' ? facts.path : cookie.path;
  return path === '/' && facts.hostOnly && (browser === 'firefox' || !facts.hasDomain);
}
