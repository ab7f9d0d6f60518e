import { sameSite, schemefulSameSite } from '../site/site.ts';
import type { SameSiteContext, SameSiteContexts } from './types.ts';

export interface CookieAccess {
  readonly kind: 'request' | 'response' | 'scriptGet' | 'scriptSet';
  readonly url: string;
  /** URL of the top-level document where every frame in between is of its site too, else null. */
  readonly siteForCookies: string | null;
  /** URL of the document that asked; null: the person, through the browser's own controls. */
  readonly initiator: string | null | 'opaque';
  readonly method: string;
  readonly isMainFrameNavigation: boolean;
}

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * How close a request, a response or a script is to the cookie's site: by registrable domain, and with the scheme
 * counted in. For writes `same-site-lax` is the closest there is. Source: RFC 6265bis section 5.2; Chromium
 * net/cookies/cookie_util.cc, ComputeSameSiteContext (redirects do not count, as in Chromium).
 */
export function sameSiteContext(request: CookieAccess): SameSiteContexts {
  return { context: contextOf(request, sameSite), schemeful: contextOf(request, schemefulSameSite) };
}

function contextOf(request: CookieAccess, isSame: (a: string, b: string) => boolean): SameSiteContext {
  const { kind, url, siteForCookies, initiator, isMainFrameNavigation } = request;
  if (siteForCookies === null || !isSame(siteForCookies, url)) return 'cross-site';
  const isWrite = kind === 'response' || kind === 'scriptSet';
  if (kind === 'scriptSet' || (kind === 'response' && isMainFrameNavigation)) return 'same-site-lax';
  if (initiator === null || (initiator !== 'opaque' && isSame(initiator, url))) {
    return isWrite ? 'same-site-lax' : 'same-site-strict';
  }
  if (kind === 'scriptGet') return 'same-site-lax';
  if (!isMainFrameNavigation) return 'cross-site';
  return safeMethods.has(request.method.toUpperCase()) ? 'same-site-lax' : 'same-site-lax-method-unsafe';
}
