import { laxAllowUnsafeAge } from './limits.ts';
import type { Browser, ReadContext, SameSite, SameSiteContext, SetContext } from './types.ts';

const closeness: Readonly<Record<SameSiteContext, number>> = {
  'cross-site': 0,
  'same-site-lax-method-unsafe': 1,
  'same-site-lax': 2,
  'same-site-strict': 3,
};

const lax = closeness['same-site-lax'];

type SameSiteReason =
  | 'SameSiteStrict'
  | 'SameSiteLax'
  | 'SameSiteUnspecifiedTreatedAsLax'
  | 'SchemefulSameSiteStrict'
  | 'SchemefulSameSiteLax'
  | 'SchemefulSameSiteUnspecifiedTreatedAsLax';

/** How close an access is to the cookie's site, without the scheme and with it: 0 is cross-site, 3 is strict. */
export interface Closeness {
  readonly context: number;
  readonly schemeful: number;
}

/** One context that is given alone counts for both; none is the closest. */
export function closenessOf({ sameSiteContext }: SetContext | ReadContext): Closeness {
  if (typeof sameSiteContext === 'object') {
    return { context: closeness[sameSiteContext.context], schemeful: closeness[sameSiteContext.schemeful] };
  }
  const context = closeness[sameSiteContext ?? 'same-site-strict'];
  return { context, schemeful: context };
}

/**
 * Why SameSite keeps a cookie from being set; `undefined` where it does not. A Strict cookie may be set wherever a Lax
 * one may. Source: RFC 6265bis section 5.7, steps on same-site-flag; Chromium CookieBase::IsSetPermittedInContext.
 */
export function sameSiteSetReason(
  sameSite: SameSite,
  context: SetContext,
  browser: Browser,
): SameSiteReason | undefined {
  return verdict(sameSite, lax, closenessOf(context), browser);
}

/**
 * Why SameSite keeps a cookie from being sent; `undefined` where it does not. Chromium sends one without SameSite that is
 * at most two minutes old with unsafe methods too. Source: RFC 6265bis section 5.8.3; CookieBase::IncludeForRequestURL.
 */
export function sameSiteSendReason(
  cookie: { readonly sameSite: SameSite; readonly creation: number },
  near: Closeness,
  now: number,
  browser: Browser,
): SameSiteReason | undefined {
  const { sameSite, creation } = cookie;
  const isYoung = browser === 'chromium' && sameSite === 'unspecified' && now - creation <= laxAllowUnsafeAge;
  const otherwise = isYoung ? closeness['same-site-lax-method-unsafe'] : lax;
  const needed = sameSite === 'strict' ? closeness['same-site-strict'] : otherwise;
  return verdict(sameSite, needed, near, browser);
}

function verdict(
  sameSite: SameSite,
  needed: number,
  { context, schemeful }: Closeness,
  browser: Browser,
): SameSiteReason | undefined {
  // Firefox counts neither the scheme nor a missing SameSite (network.cookie.sameSite.schemeful and .laxByDefault are off).
  const isFirefox = browser === 'firefox';
  if (sameSite === 'none' || (isFirefox && sameSite === 'unspecified')) return undefined;
  if ((isFirefox ? context : schemeful) >= needed) return undefined;
  // The scheme is to blame where the cookie would pass without it.
  const isSchemeful = !isFirefox && context >= needed;
  if (sameSite === 'strict') return isSchemeful ? 'SchemefulSameSiteStrict' : 'SameSiteStrict';
  if (sameSite === 'lax') return isSchemeful ? 'SchemefulSameSiteLax' : 'SameSiteLax';
  return isSchemeful ? 'SchemefulSameSiteUnspecifiedTreatedAsLax' : 'SameSiteUnspecifiedTreatedAsLax';
}
