/** What the hosts of a site's pages say of HTTPS (RFC 6797). */
import type { RequestEntry } from '../recording/recording.ts';
import { isIpAddress, isLoopback } from '../site/site.ts';
import { pagesOf } from './pages.ts';
import type { Subject } from './subject.ts';

export interface HstsPolicy {
  /** Seconds. */
  readonly maxAge: number;
  readonly includesSubdomains: boolean;
  /** The response that said so. */
  readonly request: RequestEntry;
}

export interface HstsHost {
  readonly host: string;
  /** Its first page over HTTPS. */
  readonly page: RequestEntry;
  /** The host's own newest one, or a parent's that holds for it. */
  readonly policy: HstsPolicy | null;
  /** It sent the header, but none that browsers heed. */
  readonly isBroken: boolean;
}

/** Hosts that showed pages over HTTPS, in order. Addresses and loopback can have no policy. */
export function hstsHosts(subject: Subject): readonly HstsHost[] {
  const policies = new Map<string, HstsPolicy>();
  const broken = new Set<string>();
  for (const request of subject.requests) {
    if (request.party !== 'first' || !request.url.startsWith('https:')) continue;
    // The first of several counts (section 8.1).
    const header = request.responseHeaders.find(({ name }) => name === 'strict-transport-security');
    if (header === undefined) continue;
    const policy = parsed(header.value, request);
    if (policy === null) broken.add(request.host);
    else policies.set(request.host, policy);
  }
  const hosts = new Map<string, HstsHost>();
  for (const page of subject.shared(pagesOf)) {
    const { host, url } = page;
    if (hosts.has(host) || !url.startsWith('https:') || isLoopback(host) || isIpAddress(host)) continue;
    if (PRELOADED.test(host)) continue;
    hosts.set(host, { host, page, policy: policyFor(host, policies), isBroken: broken.has(host) });
  }
  return [...hosts.values()];
}

/** Top-level domains that all browsers have on their preload list as a whole. */
const PRELOADED =
  /\.(?:app|bank|boo|channel|dad|day|dev|eat|esq|fly|foo|gle|gmail|google|hangout|ing|insurance|meet|meme|mov|new|nexus|page|phd|play|prof|rsvp|search|youtube|zip)$/;

function parsed(value: string, request: RequestEntry): HstsPolicy | null {
  const directives = value
    .slice(0, 1000)
    .toLowerCase()
    .split(';')
    .map((directive) => directive.trim());
  const ages = directives.flatMap((directive) => /^max-age\s*=\s*"?(\d{1,15})"?$/.exec(directive)?.[1] ?? []);
  if (ages.length !== 1) return null;
  return { maxAge: Number(ages[0]), includesSubdomains: directives.includes('includesubdomains'), request };
}

function policyFor(host: string, policies: ReadonlyMap<string, HstsPolicy>): HstsPolicy | null {
  const own = policies.get(host);
  if (own !== undefined) return own;
  for (let dot = host.indexOf('.'); dot > 0; dot = host.indexOf('.', dot + 1)) {
    const parent = policies.get(host.slice(dot + 1));
    if (parent?.includesSubdomains && parent.maxAge > 0) return parent;
  }
  return null;
}
