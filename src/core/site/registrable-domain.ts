import { parse } from 'tldts';
import { BoundedCache } from './bounded-cache.ts';

interface Suffix {
  readonly domain: string | null;
  readonly publicSuffix: string | null;
}

const nothing: Suffix = { domain: null, publicSuffix: null };
const options = { allowPrivateDomains: true, extractHostname: false, validateHostname: false };
const cache = new BoundedCache<Suffix>(500);

function look(host: string): Suffix {
  if (host.startsWith('[')) return nothing;
  // A name with its root dot is another site than the one without (Chromium's registry_controlled_domain.h).
  const rooted = host.endsWith('.');
  const name = host.slice(host.startsWith('.') ? 1 : 0, rooted ? -1 : undefined);
  if (name === '' || name.startsWith('.') || name.endsWith('.')) return nothing;
  const { domain, publicSuffix, isIp } = parse(name, options);
  if (isIp) return nothing;
  if (!rooted) return { domain, publicSuffix };
  return {
    domain: domain === null ? null : `${domain}.`,
    publicSuffix: publicSuffix === null ? null : `${publicSuffix}.`,
  };
}

const lookUp = (host: string): Suffix => cache.get(host.toLowerCase(), look);

/**
 * The registrable domain ("eTLD+1") of a host, private suffixes such as `github.io` included as browsers do.
 * `null` for IP addresses, single labels and public suffixes. A leading dot, as cookie domains have, is no matter. Source: publicsuffix.org, its list as bundled by tldts.
 */
export function registrableDomain(host: string): string | null {
  return lookUp(host).domain;
}

/** True where a host is itself a public suffix; a single label that no rule names is one by the list's rule `*`. */
export function isPublicSuffix(host: string): boolean {
  return host !== '' && lookUp(host).publicSuffix === host.toLowerCase();
}

/** The registrable domain, or the host itself where it has none (IP address, `localhost`, a public suffix). */
export function siteOfHost(host: string): string {
  return lookUp(host).domain ?? host.toLowerCase();
}
