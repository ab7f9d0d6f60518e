/** One Set-Cookie line, and what Chromium says of it (Network.SetCookieBlockedReason), or what it changes. */
export type DemoLine = { readonly line: string; readonly outcome: string };

/** Refused over HTTPS and HTTP alike. */
export const REJECTED_ANYWHERE: readonly DemoLine[] = [
  { line: 'control=a\u0001b; Path=/', outcome: 'DisallowedCharacter' },
  { line: '=; Path=/', outcome: 'NoCookieContent' },
  { line: `oversize=${'x'.repeat(4096)}; Path=/`, outcome: 'NameValuePairExceedsMaxSize' },
  { line: 'foreign=1; Domain=tracker.test; Path=/', outcome: 'InvalidDomain' },
  { line: 'suffix=1; Domain=test; Path=/', outcome: 'InvalidDomain' },
  { line: 'sibling=1; Domain=cdn.flawed.test; Path=/', outcome: 'InvalidDomain' },
  { line: 'none=1; Path=/; SameSite=None', outcome: 'SameSiteNoneInsecure' },
  { line: '__Secure-bare=1; Path=/', outcome: 'InvalidPrefix' },
  { line: '__Host-bare=1; Path=/', outcome: 'InvalidPrefix' },
  { line: '__Host-wide=1; Path=/; Secure; Domain=flawed.test', outcome: 'InvalidPrefix' },
  { line: '__Host-deep=1; Path=/account; Secure', outcome: 'InvalidPrefix' },
  { line: '__Http-script=1; Path=/; Secure', outcome: 'InvalidPrefix' },
  { line: '=__Host-nameless; Path=/', outcome: 'InvalidPrefix' },
  { line: 'chip=1; Path=/; SameSite=Lax; Partitioned', outcome: 'Partitioned without Secure' },
];

/** Refused over HTTP only. The last one after a visit over HTTPS, which sets `locked` with Secure. */
export const REJECTED_OVER_HTTP: readonly DemoLine[] = [
  { line: 'secure=1; Path=/; Secure', outcome: 'SecureOnly' },
  { line: '__Secure-http=1; Path=/; Secure', outcome: 'InvalidPrefix' },
  { line: 'locked=by-http; Path=/', outcome: 'OverwriteSecure' },
];

export const LOCK_LINE = 'locked=by-https; Path=/; Secure';

/**
 * Refused in a frame of another site, or of this site over another scheme. Chromium 156 was seen to give the
 * Schemeful names for both, so tests should take either.
 */
export const REJECTED_IN_FRAME: readonly DemoLine[] = [
  {
    line: 'frame_strict=1; Path=/; Secure; SameSite=Strict',
    outcome: 'SameSiteStrict, or SchemefulSameSiteStrict',
  },
  { line: 'frame_lax=1; Path=/; Secure; SameSite=Lax', outcome: 'SameSiteLax, or SchemefulSameSiteLax' },
  {
    line: 'frame_unset=1; Path=/; Secure',
    outcome: 'SameSiteUnspecifiedTreatedAsLax, or SchemefulSameSiteUnspecifiedTreatedAsLax',
  },
];

/** Stored, but otherwise than sent. */
export const ADJUSTED: readonly DemoLine[] = [
  { line: 'defaulted=1; Path=/', outcome: 'SameSite is not given: treated as Lax' },
  {
    line: 'unknown_same_site=1; Path=/; SameSite=Loose',
    outcome: 'SameSite is not understood: treated as Lax',
  },
  { line: 'forever=1; Path=/; SameSite=Lax; Max-Age=315360000', outcome: 'ten years: cut to 400 days' },
  {
    line: 'far=1; Path=/; SameSite=Lax; Expires=Fri, 31 Dec 9999 23:59:59 GMT',
    outcome: 'the year 9999: cut to 400 days',
  },
  {
    line: 'wide=1; Path=/; SameSite=Lax; Domain=www.flawed.test',
    outcome: 'only on www: sent to its subdomains too',
  },
  { line: 'apex=1; Path=/; SameSite=Lax; Domain=flawed.test', outcome: 'sent to every subdomain' },
  {
    line: 'both=1; Path=/; SameSite=Lax; Expires=Wed, 01 Jan 2020 00:00:00 GMT; Max-Age=3600',
    outcome: 'Max-Age wins over Expires: lives an hour',
  },
  {
    line: 'pathless=1; SameSite=Lax; Path=relative',
    outcome: 'the path does not begin with "/": the default path',
  },
  {
    line: 'undated=1; Path=/; SameSite=Lax; Expires=tomorrow',
    outcome: 'no date: ends with the browser session',
  },
  {
    line: 'unnumbered=1; Path=/; SameSite=Lax; Max-Age=1h',
    outcome: 'no number: ends with the browser session',
  },
  { line: 'misspelt=1; Path=/; SameSite=Lax; Http-Only', outcome: 'no such attribute: script can read it' },
  {
    line: 'twice=1; Path=/account; Path=/; SameSite=Strict; SameSite=Lax',
    outcome: 'the last of each counts',
  },
  { line: ' spaced = a b ; Path=/; SameSite=Lax', outcome: 'outer spaces go' },
];
