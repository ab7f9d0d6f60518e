import type { Browser, SetCookieBlockedReason } from './types.ts';

/** The order of the DevTools protocol's list (Chromium content/browser/devtools/protocol/network_handler.cc), then ours. */
const chromiumOrder: readonly SetCookieBlockedReason[] = [
  'SecureOnly',
  'SameSiteStrict',
  'SchemefulSameSiteStrict',
  'SameSiteLax',
  'SchemefulSameSiteLax',
  'SameSiteUnspecifiedTreatedAsLax',
  'SchemefulSameSiteUnspecifiedTreatedAsLax',
  'SameSiteNoneInsecure',
  'SyntaxError',
  'OverwriteSecure',
  'InvalidDomain',
  'InvalidPrefix',
  'PartitionedInsecure',
  'HttpOnlyFromScript',
  'OverwriteHttpOnly',
];

/** The order of the storage model's steps. Source: RFC 6265bis section 5.7. */
const rfcOrder: readonly SetCookieBlockedReason[] = [
  'InvalidDomain',
  'SecureOnly',
  'HttpOnlyFromScript',
  'OverwriteSecure',
  'SameSiteStrict',
  'SchemefulSameSiteStrict',
  'SameSiteLax',
  'SchemefulSameSiteLax',
  'SameSiteUnspecifiedTreatedAsLax',
  'SchemefulSameSiteUnspecifiedTreatedAsLax',
  'SameSiteNoneInsecure',
  'InvalidPrefix',
  'PartitionedInsecure',
  'OverwriteHttpOnly',
];

/** The order of netwerk/cookie/CookieValidation.cpp, then CookieStorage.cpp. */
const firefoxOrder: readonly SetCookieBlockedReason[] = [
  'PathTooLong',
  'SameSiteNoneInsecure',
  'InvalidDomain',
  'HttpOnlyFromScript',
  'InvalidPrefix',
  'SecureOnly',
  'SameSiteStrict',
  'SameSiteLax',
  'PartitionedInsecure',
  'OverwriteSecure',
  'OverwriteHttpOnly',
];

const orders = { chromium: chromiumOrder, firefox: firefoxOrder, rfc6265bis: rfcOrder } as const;

/** Chromium names every reason it finds; the RFC's steps and Firefox stop at the first. */
export function inBrowserOrder(
  reasons: readonly SetCookieBlockedReason[],
  browser: Browser,
): readonly SetCookieBlockedReason[] {
  if (reasons.length < 2) return reasons;
  const sorted = orders[browser].filter((reason) => reasons.includes(reason));
  return browser === 'chromium' ? sorted : sorted.slice(0, 1);
}
