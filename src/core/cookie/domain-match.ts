import { isIpAddress } from '../site/ip-address.ts';

/**
 * True where `host` is `domain` or one of its subdomains; both in lower case, `domain` without leading dot.
 * Source: RFC 6265bis section 5.1.3.
 */
export function domainMatches(host: string, domain: string): boolean {
  if (host === domain) return host !== '';
  return (
    domain !== '' &&
    host.length > domain.length &&
    host.charCodeAt(host.length - domain.length - 1) === 0x2e &&
    host.endsWith(domain) &&
    !isIpAddress(host)
  );
}
