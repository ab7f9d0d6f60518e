import { urlParts } from './url-parts.ts';

export { isIpAddress } from './ip-address.ts';
export { isPublicSuffix, registrableDomain, siteOfHost } from './registrable-domain.ts';
export { isLoopback, isTrustworthy } from './trustworthy.ts';
export { type UrlParts, urlParts } from './url-parts.ts';

/**
 * The schemeful site of a URL, such as `https://shop.example`; ws counts as http and wss as https.
 * `null` for other schemes and for what is no URL. Source: HTML, "obtain a site".
 */
export function schemefulSite(url: string): string | null {
  return urlParts(url)?.schemefulSite ?? null;
}

/** True where two URLs have the same registrable domain (or host, where they have none), whatever the scheme. */
export function sameSite(a: string, b: string): boolean {
  const site = urlParts(a)?.site;
  return site !== undefined && site === urlParts(b)?.site;
}

/** True where two URLs have the same registrable domain and scheme. Source: HTML, "schemefully same site". */
export function schemefulSameSite(a: string, b: string): boolean {
  const site = schemefulSite(a);
  return site !== null && site === schemefulSite(b);
}
