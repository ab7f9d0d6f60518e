import type { Browser } from './types.ts';

/** Name and value together, in octets. Source: RFC 6265bis section 5.6, step 5. */
export const maxNameValueOctets = 4096;

/** An attribute's value, in octets; a longer one is as if it were not there. Source: RFC 6265bis section 5.6, step 6.6. */
export const maxAttributeOctets = 1024;

/** The longest a cookie may live: 400 days, in milliseconds. Source: RFC 6265bis section 5.5. */
export const maxLifetime = 400 * 24 * 60 * 60 * 1000;

/** How long Chromium sends a cookie without SameSite to a cross-site POST: two minutes, in milliseconds. */
export const laxAllowUnsafeAge = 2 * 60 * 1000;

export interface Limit {
  readonly max: number;
  /** What is left after eviction. */
  readonly keep: number;
}

export interface StoreLimits {
  /** Of a registrable domain, or of a host. */
  readonly group: 'registrable-domain' | 'host';
  readonly perGroup: Limit;
  readonly total: Limit;
  /** Of a site in a partition. */
  readonly perPartition: { readonly cookies: number; readonly octets: number };
}

/**
 * When a store is full. The RFC leaves the numbers to the browser (section 5.7), so that profile has none.
 * Source: Chromium net/cookies/cookie_monster.cc; Firefox `network.cookie.maxPerHost`, `quotaPerHost` and `maxNumber`.
 */
export const storeLimits: Readonly<Record<Browser, StoreLimits | null>> = {
  chromium: {
    group: 'registrable-domain',
    perGroup: { max: 180, keep: 150 },
    total: { max: 3300, keep: 3000 },
    perPartition: { cookies: 180, octets: 10 * 1024 },
  },
  firefox: {
    group: 'host',
    perGroup: { max: 180, keep: 150 },
    total: { max: 3000, keep: 3000 },
    perPartition: { cookies: 180, octets: 10 * 1024 },
  },
  rfc6265bis: null,
};
