import { urlParts } from '../site/site.ts';
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
  const { url, siteForCookies, initiator } = request;
  const own = urlParts(url);
  const top = siteForCookies === null || own === null ? null : urlParts(siteForCookies);
  if (own === null || top === null || top.site !== own.site) return CROSS_SITE;
  const asking = initiator === null || initiator === 'opaque' ? null : urlParts(initiator);
  return {
    context: contextOf(request, true, asking?.site === own.site),
    schemeful: contextOf(
      request,
      top.schemefulSite === own.schemefulSite,
      asking?.schemefulSite === own.schemefulSite,
    ),
  };
}

const CROSS_SITE: SameSiteContexts = Object.freeze({ context: 'cross-site', schemeful: 'cross-site' });

function contextOf(request: CookieAccess, isTopSame: boolean, isInitiatorSame: boolean): SameSiteContext {
  const { kind, initiator, isMainFrameNavigation } = request;
  if (!isTopSame) return 'cross-site';
  const isWrite = kind === 'response' || kind === 'scriptSet';
  if (kind === 'scriptSet' || (kind === 'response' && isMainFrameNavigation)) return 'same-site-lax';
  if (initiator === null || isInitiatorSame) return isWrite ? 'same-site-lax' : 'same-site-strict';
  if (kind === 'scriptGet') return 'same-site-lax';
  if (!isMainFrameNavigation) return 'cross-site';
  return safeMethods.has(request.method.toUpperCase()) ? 'same-site-lax' : 'same-site-lax-method-unsafe';
}
