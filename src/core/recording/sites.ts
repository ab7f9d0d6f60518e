import { siteOfHost, urlParts } from '../site/site.ts';
import type { Recording, Site, SiteEntry } from './recording.ts';
import { hostOf } from './url.ts';

export function siteOf(url: string): Site {
  return (urlParts(url)?.site ?? siteOfHost(hostOf(url))) as Site;
}

/** A page can name as many hosts as it likes: what nobody visited goes first. */
const MAX_SITES = 2000;

/** Remembers that the tab had to do with a URL's site; null for what has no cookies (browser pages, extensions). */
export function seeSite(recording: Recording, site: Site, url: string, at: number): SiteEntry | null {
  if (site === '' || !/^(?:https?|wss?):/.test(url)) return null;
  let entry = recording.sites.get(site);
  if (entry === undefined) {
    entry = { site, topLevel: false, https: false, http: false, firstSeen: at };
    if (recording.sites.size >= MAX_SITES) forgetOne(recording);
    recording.sites.set(site, entry);
  }
  if (url.startsWith('https:') || url.startsWith('wss:')) entry.https = true;
  else entry.http = true;
  return entry;
}

function forgetOne(recording: Recording): void {
  let oldest: Site | undefined;
  for (const [site, { topLevel }] of recording.sites) {
    oldest ??= site;
    if (topLevel) continue;
    oldest = site;
    break;
  }
  if (oldest !== undefined) recording.sites.delete(oldest);
}
