import { siteOfHost } from '../site/site.ts';
import type { Recording, Site, SiteEntry } from './recording.ts';
import { hostOf } from './url.ts';

export function siteOf(url: string): Site {
  return siteOfHost(hostOf(url)) as Site;
}

/** Remembers that the tab had to do with a URL's site. */
export function seeSite(recording: Recording, site: Site, url: string, at: number): SiteEntry | null {
  if (site === '' || !/^(?:https?|wss?):/.test(url)) return null;
  let entry = recording.sites.get(site);
  if (entry === undefined) {
    entry = { site, topLevel: false, https: false, http: false, firstSeen: at };
    recording.sites.set(site, entry);
  }
  if (url.startsWith('https:')) entry.https = true;
  else if (url.startsWith('http:')) entry.http = true;
  return entry;
}
