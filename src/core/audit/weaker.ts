import type { SameSite } from '../cookie/types.ts';

interface Protection {
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: SameSite;
}

const STRENGTH = { none: 0, unspecified: 1, lax: 2, strict: 3 } as const;

/** Whether SameSite lets more through: Strict before and Lax after is no loss, most logins need to be reached by links. */
export function isLooser(now: SameSite, before: SameSite): boolean {
  return STRENGTH[now] < Math.min(STRENGTH[before], STRENGTH.lax);
}

/** What `now` does without and `before` had, in words. */
export function lostBy(before: Protection, now: Protection): readonly string[] {
  return [
    ...(before.httpOnly && !now.httpOnly ? ['`HttpOnly` is gone'] : []),
    ...(before.secure && !now.secure ? ['`Secure` is gone'] : []),
    ...(isLooser(now.sameSite, before.sameSite) ? ['`SameSite` is weaker'] : []),
  ];
}
