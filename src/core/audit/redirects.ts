import { siteOfHost } from '../site/site.ts';
import type { Subject } from './subject.ts';

/** Hosts that were asked by http:// and answered with a redirect to https:// of the same site. */
export function redirectsToHttps({ requests }: Subject): ReadonlySet<string> {
  const hosts = new Set<string>();
  for (const { url, host, status, responseHeaders } of requests) {
    if (!url.startsWith('http:') || status === null || status < 300 || status > 399) continue;
    const location = responseHeaders.find((header) => header.name === 'location')?.value;
    if (location === undefined || !URL.canParse(location, url)) continue;
    const target = new URL(location, url);
    if (target.protocol === 'https:' && siteOfHost(target.hostname) === siteOfHost(host)) hosts.add(host);
  }
  return hosts;
}
