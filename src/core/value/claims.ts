import { isoDate } from './instant.ts';
import { isRecord } from './json-text.ts';
import type { LayerTime } from './layer.ts';

export interface ClaimTime {
  readonly claim: (typeof TIMES)[number];
  /** Epoch milliseconds. */
  readonly at: number;
}

const TIMES = ['exp', 'nbf', 'iat', 'auth_time', 'updated_at'] as const;

/**
 * The times in a token's claims: NumericDate seconds of a JWT (RFC 7519 section 4.1, OpenID Connect Core section 2), or the dates of a
 * PASETO. What "expired 3 min ago" is made of.
 */
export function claimTimes(claims: unknown): readonly ClaimTime[] {
  if (!isRecord(claims)) return [];
  return TIMES.flatMap((claim) => {
    const value = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
    const at = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
    if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 8.64e12) {
      return [{ claim, at: Math.round(value * 1000) }];
    }
    return Number.isNaN(at) ? [] : [{ claim, at }];
  });
}

/** The same for a layer; `{}` where there is none. */
export function timesOf(claims: unknown): { readonly times?: readonly LayerTime[] } {
  const times = claimTimes(claims).map(({ claim, at }) => ({ kind: claim, at }));
  return times.length === 0 ? {} : { times };
}

const MEANING: Readonly<Record<string, string>> = {
  exp: 'Expires (exp)',
  nbf: 'Not valid before (nbf)',
  iat: 'Issued (iat)',
  auth_time: 'Logged in (auth_time)',
  updated_at: 'Profile changed (updated_at)',
};

export function claimNotes(claims: unknown): readonly string[] {
  const times = claimTimes(claims);
  const notes = times.map(({ claim, at }) => `${MEANING[claim] ?? claim}: ${isoDate(at)}.`);
  const exp = times.find(({ claim }) => claim === 'exp');
  if (exp === undefined) return [...notes, 'It has no exp: it does not expire by itself.'];
  // A common mistake: Date.now() put where seconds belong.
  if (exp.at > 32_503_680_000_000)
    return [...notes, 'Its exp seems to be in milliseconds; the standard has seconds.'];
  return notes;
}
