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

const NONE: readonly SetCookieBlockedReason[] = [];

/** Why it was refused; empty where it was taken, or refused for a reason that only the store knows. */
export function refusals(line: SetCookieEntry): readonly SetCookieBlockedReason[] {
  return line.predicted.stored || wasTaken(line) ? NONE : line.predicted.reasons;
}

/** The last attribute of a name (lower case), as written. */
export function attribute(line: SetCookieEntry, name: string): Attribute | undefined {
  return cookieOf(line)?.attributes.findLast(
    (piece) => piece.name.length === name.length && piece.name.toLowerCase() === name,
  );
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

/** It left a cookie with a value, or kept one. */
export function isLive(line: SetCookieEntry): boolean {
  return wasTaken(line) && !isExpired(line);
}

/** Values that servers give a cookie which they delete, beside the empty one: PHP, WordPress and Shiro write such. */
const GONE_VALUE =
  /^(?:%2[02]|[\s"'+_-])*$|^(?:delet|expire|remov|clear|invalid|none$|null$|undefined$|false$|0$)/i;

/** Meant to delete: past its expiry, and without a value that would be worth keeping, or with that cookie stored. */
export function isDeletion(line: SetCookieEntry): boolean {
  if (!isExpired(line)) return false;
  const replaces = line.predicted.stored && line.predicted.replaced !== undefined;
  return replaces || GONE_VALUE.test(cookieOf(line)?.value ?? '');
}

/** Reasons that have a rule of their own; of several the first one tells, so that one fault is one finding. */
const OWN_RULE: readonly SetCookieBlockedReason[] = [
  'NameValuePairExceedsMaxSize',
  'InvalidPrefix',
  'SameSiteNoneInsecure',
];

/** Why a refused line was refused, as far as one rule is to tell of it; undefined: it was taken. */
export function toldRefusal(line: SetCookieEntry): SetCookieBlockedReason | undefined {
  if (line.predicted.stored) return undefined;
  const reasons = refusals(line);
  return OWN_RULE.find((reason) => reasons.includes(reason)) ?? reasons[0];
}

export function hasOwnRule(reason: SetCookieBlockedReason): boolean {
  return OWN_RULE.includes(reason);
}
