/** Shapes of the cookie engine, as the public API gives them. Times are epoch milliseconds. */

/** Whose rules to follow. `rfc6265bis` is the draft to the letter. */
export type Browser = 'chromium' | 'firefox' | 'rfc6265bis';

export type SameSite = 'strict' | 'lax' | 'none' | 'unspecified';

/** Through which door a cookie is written or read: a response header, or a script in a page. */
export type CookieApi = 'http' | 'script';

export interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** A Set-Cookie line as parsed, before any decision to store it (RFC 6265bis section 5.6). */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** Leading dot dropped, lower case; `''` when the attribute was empty; absent when it was. */
  readonly domain?: string;
  /** As written; absent when the attribute was. */
  readonly path?: string;
  /** From `Expires`, epoch milliseconds. */
  readonly expires?: number;
  /** From `Max-Age`, seconds. */
  readonly maxAge?: number;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: SameSite;
  readonly partitioned: boolean;
  /** Every piece that is not empty, as written, in order. */
  readonly attributes: readonly Attribute[];
}

/** A cookie in a store. */
export interface StoredCookie {
  readonly name: string;
  readonly value: string;
  /** Lower case, no leading dot. */
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: SameSite;
  /** Schemeful site of the partition (CHIPS); null: unpartitioned. */
  readonly partitionKey: string | null;
  readonly creation: number;
  readonly lastAccess: number;
  /** null: until the browser session ends. */
  readonly expires: number | null;
  /** Octets of name and value. */
  readonly size: number;
}

/** Why a Set-Cookie was refused: names of the DevTools protocol, then those the protocol has no name for. */
export type SetCookieBlockedReason =
  | 'SecureOnly'
  | 'SameSiteStrict'
  | 'SameSiteLax'
  | 'SameSiteUnspecifiedTreatedAsLax'
  | 'SameSiteNoneInsecure'
  | 'UserPreferences'
  | 'ThirdPartyPhaseout'
  | 'SyntaxError'
  | 'SchemeNotSupported'
  | 'OverwriteSecure'
  | 'InvalidDomain'
  | 'InvalidPrefix'
  | 'UnknownError'
  | 'SchemefulSameSiteStrict'
  | 'SchemefulSameSiteLax'
  | 'SchemefulSameSiteUnspecifiedTreatedAsLax'
  | 'NameValuePairExceedsMaxSize'
  | 'DisallowedCharacter'
  | 'NoCookieContent'
  | 'PartitionedInsecure'
  | 'HttpOnlyFromScript'
  | 'OverwriteHttpOnly'
  | 'PathTooLong';

/** Why a stored cookie stayed at home. */
export type CookieBlockedReason =
  | 'SecureOnly'
  | 'NotOnPath'
  | 'DomainMismatch'
  | 'SameSiteStrict'
  | 'SameSiteLax'
  | 'SameSiteUnspecifiedTreatedAsLax'
  | 'SameSiteNoneInsecure'
  | 'UserPreferences'
  | 'ThirdPartyPhaseout'
  | 'UnknownError'
  | 'SchemefulSameSiteStrict'
  | 'SchemefulSameSiteLax'
  | 'SchemefulSameSiteUnspecifiedTreatedAsLax'
  | 'NameValuePairExceedsMaxSize'
  | 'PortMismatch'
  | 'SchemeMismatch'
  | 'AnonymousContext'
  | 'HttpOnly';

export type AdjustmentKind =
  | 'same-site-defaulted'
  | 'lifetime-clamped'
  | 'domain-widened'
  | 'path-defaulted'
  | 'expires-overridden-by-max-age'
  | 'attribute-ignored'
  | 'duplicate-attribute';

/** What the browser made of a line that it accepted: from what was sent to what was stored. */
export interface Adjustment {
  readonly kind: AdjustmentKind;
  readonly attribute?: string;
  readonly from?: string;
  readonly to?: string;
}

export type SameSiteContext =
  | 'cross-site'
  | 'same-site-lax-method-unsafe'
  | 'same-site-lax'
  | 'same-site-strict';

/** The context by registrable domain alone, and with the scheme counted in. */
export interface SameSiteContexts {
  readonly context: SameSiteContext;
  readonly schemeful: SameSiteContext;
}

export type ParseResult =
  | { readonly ok: true; readonly cookie: SetCookie }
  | { readonly ok: false; readonly reason: SetCookieBlockedReason };

export interface SetContext {
  readonly url: string;
  readonly now: number;
  readonly api?: CookieApi;
  readonly sameSiteContext?: SameSiteContext | SameSiteContexts;
  /** A URL or schemeful site; absent: the site of `url` itself. */
  readonly topLevelSite?: string;
}

export interface ReadContext extends SetContext {
  readonly method?: string;
}

export type SetResult =
  | {
      readonly stored: true;
      readonly cookie: StoredCookie;
      readonly replaced?: StoredCookie;
      readonly expired?: true;
      readonly adjustments: readonly Adjustment[];
    }
  | { readonly stored: false; readonly reasons: readonly SetCookieBlockedReason[] };

export interface WithheldCookie {
  readonly cookie: StoredCookie;
  readonly reasons: readonly CookieBlockedReason[];
}

export interface ReadResult {
  readonly header: string;
  readonly sent: readonly StoredCookie[];
  readonly withheld: readonly WithheldCookie[];
}
