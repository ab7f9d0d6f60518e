/** Which other sites a host lets read its answers with cookies (Fetch section 3.3: CORS). */
import type { Recording, RequestEntry, Site } from '../recording/recording.ts';
import { siteOf } from '../recording/sites.ts';

export interface SharedWith {
  readonly site: Site;
  /** An answer to another site. */
  readonly request: RequestEntry;
  /** An answer to the opaque origin. */
  readonly withNull: RequestEntry | null;
  /** One answer for each unrelated site whose origin was repeated, by the name it goes by. */
  readonly withSites: ReadonlyMap<string, { readonly request: RequestEntry; readonly origin: string }>;
}

type Sites = Map<string, { readonly request: RequestEntry; readonly origin: string }>;
type Hosts = ReadonlyMap<string, SharedWith>;
const made = new WeakMap<Recording, { readonly lastSeq: number; readonly hosts: Hosts }>();

/**
 * By host. Other sites ask under their own pages, so all requests are looked at, once for all sites of a recording.
 */
export function sharedWithOthers(recording: Recording): Hosts {
  const known = made.get(recording);
  if (known?.lastSeq === recording.lastSeq) return known.hosts;
  const hosts = new Map<string, SharedWith & { readonly withSites: Sites }>();
  const seen = new Set<string>();
  for (const request of recording.requests.values()) {
    const origin = allowedWithCookies(request);
    const { host, site } = request;
    // One page asks one host a thousand times.
    if (origin === null || seen.has(`${host} ${origin}`)) continue;
    seen.add(`${host} ${origin}`);
    const other = siteOf(origin);
    const before = hosts.get(host) ?? { site, request, withNull: null, withSites: new Map() };
    if (origin === 'null') hosts.set(host, { ...before, withNull: request });
    else if (other !== '' && other !== site) {
      // shop.de and shop.co.uk are one shop.
      const name = other.split('.', 1)[0] ?? '';
      if (!before.withSites.has(name) && before.withSites.size < MOST_SITES)
        before.withSites.set(name, { request, origin });
      hosts.set(host, before);
    }
  }
  made.set(recording, { lastSeq: recording.lastSeq, hosts });
  return hosts;
}

const MOST_SITES = 10;

/** The origin that asked, where the answer repeats it and lets cookies go with it; null: not so. */
function allowedWithCookies({ responseHeaders, requestHeaders, initiator }: RequestEntry): string | null {
  let origin = '';
  let credentials = false;
  for (const { name, value } of responseHeaders) {
    if (name === 'access-control-allow-origin') origin = value.trim();
    else if (name === 'access-control-allow-credentials') credentials = value.trim() === 'true';
  }
  if (!credentials || origin === '' || origin === '*') return null;
  if (origin === 'null') return origin;
  const asked = requestHeaders.find(({ name }) => name === 'origin')?.value ?? initiator;
  return asked === origin || (asked !== null && URL.canParse(asked) && new URL(asked).origin === origin)
    ? origin
    : null;
}
