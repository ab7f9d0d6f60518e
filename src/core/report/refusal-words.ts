import type { SetCookieBlockedReason } from '../cookie/types.ts';

export interface RefusalWords {
  /** Follows "was not stored: ". */
  readonly what: string;
  readonly fix: string;
}

const CROSS_SITE_FIX =
  'Where another site must embed this one: `SameSite=None; Secure; Partitioned`. Else set the cookie in a first-party response.';

function crossSite(value: string, how = 'comes from another site'): RefusalWords {
  return { what: `${value}, and the request ${how}`, fix: CROSS_SITE_FIX };
}

const SCHEME = 'comes from the same site by another scheme (http and https count as two)';

/** Each reason in a sentence, and what to do about it. Names: `Network.SetCookieBlockedReason` of the DevTools protocol. */
export const REFUSAL_WORDS: Readonly<Record<SetCookieBlockedReason, RefusalWords>> = {
  SecureOnly: { what: 'it says Secure and came by plain HTTP', fix: 'Serve the response by HTTPS.' },
  SameSiteStrict: crossSite('it is SameSite=Strict'),
  SameSiteLax: crossSite('it is SameSite=Lax'),
  SameSiteUnspecifiedTreatedAsLax: crossSite('without SameSite it counts as Lax'),
  SchemefulSameSiteStrict: crossSite('it is SameSite=Strict', SCHEME),
  SchemefulSameSiteLax: crossSite('it is SameSite=Lax', SCHEME),
  SchemefulSameSiteUnspecifiedTreatedAsLax: crossSite('without SameSite it counts as Lax', SCHEME),
  SameSiteNoneInsecure: { what: 'SameSite=None needs Secure', fix: 'Add `Secure`.' },
  InvalidPrefix: {
    what: 'its name’s prefix asks for more',
    fix: 'Meet the conditions of the prefix, or rename the cookie.',
  },
  PartitionedInsecure: { what: 'Partitioned needs Secure', fix: 'Add `Secure`.' },
  InvalidDomain: {
    what: 'its Domain is not a parent of the host, or is a public suffix',
    fix: 'Leave `Domain` out, or name the host or a parent of it that is yours.',
  },
  OverwriteSecure: {
    what: 'a Secure cookie of that name is there, and plain HTTP may not replace it',
    fix: 'Serve the response by HTTPS.',
  },
  OverwriteHttpOnly: {
    what: 'an HttpOnly cookie of that name is there, and script may not replace it',
    fix: 'Set it from the server.',
  },
  HttpOnlyFromScript: { what: 'script cannot set HttpOnly', fix: 'Set it from the server.' },
  NameValuePairExceedsMaxSize: {
    what: 'name and value are longer than 4,096 bytes',
    fix: 'Keep the data on the server, and only an ID in the cookie.',
  },
  DisallowedCharacter: {
    what: 'it holds a control character',
    fix: 'Encode the value, for example with encodeURIComponent.',
  },
  NoCookieContent: { what: 'name and value are both empty', fix: 'Send a name, or no line at all.' },
  SyntaxError: {
    what: 'it cannot be read as a cookie',
    fix: 'Write the line with your framework’s cookie function.',
  },
  PathTooLong: { what: 'its Path is longer than 1,024 bytes', fix: 'Shorten `Path`.' },
  SchemeNotSupported: { what: 'cookies are for http and https alone', fix: 'Serve the response by HTTPS.' },
  UserPreferences: {
    what: 'the browser’s settings forbid it',
    fix: 'Allow cookies for the site to test it.',
  },
  ThirdPartyPhaseout: {
    what: 'the browser blocks third-party cookies',
    fix: 'Use `Partitioned` (CHIPS), or the Storage Access API.',
  },
  UnknownError: { what: 'the browser gave no reason', fix: 'Compare the line with one that is stored.' },
};
