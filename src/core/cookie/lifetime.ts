import { maxLifetime } from './limits.ts';
import type { SetCookie } from './types.ts';

export interface Lifetime {
  /** Epoch milliseconds; null: until the browser session ends. */
  readonly expires: number | null;
  readonly clamped: boolean;
}

/** The earliest time there is, for `Max-Age=0` and below. */
const longAgo = 0;

/**
 * When a cookie that is stored `now` ends. Max-Age goes before Expires, and nothing lives longer than 400 days.
 * Source: RFC 6265bis sections 5.6.1, 5.6.2 and 5.7.
 */
export function lifetime({ maxAge, expires }: SetCookie, now: number): Lifetime {
  const wanted = maxAge === undefined ? expires : maxAge <= 0 ? Math.min(longAgo, now) : now + maxAge * 1000;
  if (wanted === undefined) return { expires: null, clamped: false };
  const latest = now + maxLifetime;
  return wanted > latest ? { expires: latest, clamped: true } : { expires: wanted, clamped: false };
}
