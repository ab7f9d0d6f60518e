/** Who asked, as a browser would say it: an origin, `'null'` for one that nobody may know, nothing for the person. */
import { BoundedCache } from '../../site/bounded-cache.ts';
import type { HarEntry } from './entry.ts';
import { headerOf } from './resource-type.ts';

/** @param owner URL of the document the request comes from, where it is known. */
export function initiatorOf(entry: HarEntry, isPage: boolean, owner: string | null): string | undefined {
  const site = headerOf(entry.requestHeaders, 'sec-fetch-site');
  if (site === 'none') return undefined;
  const origin = headerOf(entry.requestHeaders, 'origin');
  const referrer =
    originOf(origin) ?? originOf(headerOf(entry.requestHeaders, 'referer')) ?? originOf(entry.parser);
  if (referrer !== null) return referrer;
  if (site === 'same-origin') return entry.origin;
  const known = owner === null ? null : originOf(owner);
  // Without a referrer, and without the header that says so, a page was asked for by the person.
  if (site === '') return isPage ? undefined : (known ?? undefined);
  if (known !== null) return known;
  return site === 'same-site' ? `${entry.url.slice(0, entry.url.indexOf(':'))}://${entry.site}` : 'null';
}

/** Referrers repeat. */
const origins = new BoundedCache<string | null>(300);

export function originOf(url: string): string | null {
  return url === '' ? null : origins.get(url, parseOrigin);
}

function parseOrigin(url: string): string | null {
  return /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).origin : null;
}
