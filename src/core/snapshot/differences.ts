import type { SameSite } from '../cookie/types.ts';
import type { BrowserCookie } from '../recording/fact.ts';

/** One thing that differs between two states of a cookie. Domain, Path and partition are its identity: they cannot. */
export type Difference =
  /** A secret: fingerprints stand for it wherever values are not shown. */
  | { readonly attribute: 'value'; readonly from: string; readonly to: string }
  /** Epoch milliseconds; null: until the browser session ends. */
  | { readonly attribute: 'expires'; readonly from: number | null; readonly to: number | null }
  | { readonly attribute: 'secure' | 'httpOnly'; readonly from: boolean; readonly to: boolean }
  | { readonly attribute: 'sameSite'; readonly from: SameSite; readonly to: SameSite };

export type DifferingAttribute = Difference['attribute'];

/** @param tolerance Milliseconds by which two expiry times may be apart and count as one. */
export function differencesOf(
  before: BrowserCookie,
  after: BrowserCookie,
  tolerance: number,
): readonly Difference[] {
  const found: Difference[] = [];
  if (before.value !== after.value) found.push({ attribute: 'value', from: before.value, to: after.value });
  if (!isSameExpiry(before.expires, after.expires, tolerance))
    found.push({ attribute: 'expires', from: before.expires, to: after.expires });
  for (const attribute of ['secure', 'httpOnly'] as const)
    if (before[attribute] !== after[attribute])
      found.push({ attribute, from: before[attribute], to: after[attribute] });
  if (before.sameSite !== after.sameSite)
    found.push({ attribute: 'sameSite', from: before.sameSite, to: after.sameSite });
  return found;
}

function isSameExpiry(a: number | null, b: number | null, tolerance: number): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) < tolerance;
}
