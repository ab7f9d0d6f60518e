/** Names and values as literals of each language: a cookie's name comes from the network. */
import type { WantedCookie } from './fix.ts';

/** No control characters and no line ends, whatever the language makes of them. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');
}

/** JavaScript, PHP, Ruby, Python: single quotes, in which only these two mean something. */
export function single(text: string): string {
  return `'${clean(text).replace(/[\\']/g, '\\$&')}'`;
}

/** Java, C#. */
export function double(text: string): string {
  return `"${clean(text).replace(/[\\"]/g, '\\$&')}"`;
}

/** A word of a configuration file: what is no plain name stands in quotes. */
export function word(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : double(text);
}

export function capital(sameSite: WantedCookie['sameSite']): string {
  return `${sameSite.charAt(0).toUpperCase()}${sameSite.slice(1)}`;
}

/** `8 * 60 * 60` reads better than 28800. */
export function secondsTerm(seconds: number): string {
  if (seconds % 86_400 === 0) return `${seconds / 86_400} * 24 * 60 * 60`;
  if (seconds % 3600 === 0) return `${seconds / 3600} * 60 * 60`;
  return String(seconds);
}

/** Lines that are there, joined. */
export function lines(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== false && part !== undefined).join('\n');
}

/** The `Set-Cookie` line itself, its value left open. */
export function setCookieLine(cookie: WantedCookie, value: string): string {
  const { name, domain, path, secure, httpOnly, sameSite, partitioned, maxAge } = cookie;
  return [
    `${name}=${value}`,
    domain !== undefined && `Domain=${domain}`,
    `Path=${path}`,
    maxAge !== undefined && `Max-Age=${maxAge}`,
    secure && 'Secure',
    httpOnly && 'HttpOnly',
    `SameSite=${capital(sameSite)}`,
    partitioned && 'Partitioned',
  ]
    .filter((part) => part !== false)
    .join('; ');
}
