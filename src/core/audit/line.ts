/** Questions that rules ask of a Set-Cookie line. */
import type { Attribute, SetCookie, SetCookieBlockedReason } from '../cookie/types.ts';
import type { SetCookieEntry } from '../recording/recording.ts';

/** What was read of the line; null where it is no cookie. */
export function cookieOf(line: SetCookieEntry): SetCookie | null {
  return line.parsed.ok ? line.parsed.cookie : null;
}

export function nameOf(line: SetCookieEntry): string {
  return cookieOf(line)?.name ?? '';
}

/** Whether the browser took the line: as predicted, unless the store said otherwise. */
export function wasTaken(line: SetCookieEntry): boolean {
  return line.predicted.stored === (line.confirmed !== false);
}

/** Why it was refused; empty where it was taken, or refused for a reason that only the store knows. */
export function refusals(line: SetCookieEntry): readonly SetCookieBlockedReason[] {
  return line.predicted.stored || wasTaken(line) ? [] : line.predicted.reasons;
}

/** The last attribute of a name (lower case), as written. */
export function attribute(line: SetCookieEntry, name: string): Attribute | undefined {
  return cookieOf(line)?.attributes.findLast((piece) => piece.name.toLowerCase() === name);
}

/** From the response to the expiry that the line asks for, milliseconds; null: until the browser session ends. */
export function requestedLifetime(line: SetCookieEntry): number | null {
  const cookie = cookieOf(line);
  if (cookie?.maxAge !== undefined) return cookie.maxAge * 1000;
  if (cookie?.expires !== undefined) return cookie.expires - line.at;
  return null;
}

/** Its expiry is past: meant to delete, or dead on arrival. No cookie is left by it, so its flags do not matter. */
export function isExpired(line: SetCookieEntry): boolean {
  const lifetime = requestedLifetime(line);
  return lifetime !== null && lifetime <= 0;
}
