import { isIpAddress, registrableDomain } from '../site/site.ts';
import { asciiLower, isAscii } from './ascii.ts';
import { domainMatches } from './domain-match.ts';
import type { Browser } from './types.ts';

export interface CookieDomain {
  readonly domain: string;
  readonly hostOnly: boolean;
}

/**
 * The domain that a Domain attribute (`undefined`: none) stands for on a host; `undefined` where the host may not set it.
 * A public suffix, single label or IP address can only name itself and stays host-only.
 * Source: RFC 6265bis section 5.7, steps on domain-attribute; Chromium cookie_util::GetCookieDomainWithString.
 *
 * @param written the attribute as written, in any case, its leading dots not yet dropped
 */
export function cookieDomain(
  host: string,
  written: string | undefined,
  browser: Browser,
): CookieDomain | undefined {
  const itself = { domain: host, hostOnly: true };
  // No label may be empty but the root (section 5.1.2).
  if (written !== undefined && !isAscii(written)) return undefined;
  if (host.endsWith('..')) return undefined;
  if (written === undefined || written === '') return itself;
  const domain = asciiLower(written.startsWith('.') ? written.slice(1) : written);
  // Two dots in front are one too many. A dot alone names nothing: for the RFC that is as if it were empty.
  if (domain === '') return browser === 'rfc6265bis' ? itself : undefined;
  if (isIpAddress(host)) return domain === host ? itself : undefined;
  const site = registrableDomain(host);
  if (site === null) return domain === host ? itself : undefined;
  if (!domainMatches(host, domain) || !domainMatches(domain, site)) return undefined;
  // One string for all cookies of a site, rather than a piece of each of their lines.
  return { domain: domain === site ? site : domain, hostOnly: false };
}
