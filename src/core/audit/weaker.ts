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

/** In words. */
export const LOSSES = ['`HttpOnly` is gone', '`Secure` is gone', '`SameSite` is weaker'] as const;

/** What `now` does without and `before` had. */
export function lostBy(before: Protection, now: Protection): readonly string[] {
  const lost = [
    before.httpOnly && !now.httpOnly,
    before.secure && !now.secure,
    isLooser(now.sameSite, before.sameSite),
  ];
  return LOSSES.filter((_, place) => lost[place]);
}
