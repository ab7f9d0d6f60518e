/** What the whole file tells of a cookie that no line before it set. */

import { defaultPath } from '../../cookie/default-path.ts';
import { domainMatches } from '../../cookie/domain-match.ts';
import { parseSetCookie } from '../../cookie/parse-set-cookie.ts';
import { pathMatches } from '../../cookie/path-match.ts';
import { isPublicSuffix } from '../../site/site.ts';
import type { BrowserCookie } from '../fact.ts';
import type { CookieAttributes, HarEntry, SentPair } from './entry.ts';

export interface CookieHints {
  /** The cookie that a pair most likely was. */
  identify(entry: HarEntry, pair: SentPair): BrowserCookie;
}

interface Line {
  readonly entry: HarEntry;
  readonly line: string;
}

/** Lines of one name that are looked at. */
const LOOK = 20;

export function cookieHints(entries: readonly HarEntry[]): CookieHints {
  const lines = new Map<string, Line[]>();
  const hosts = new Map<string, string>();
  const plain = new Set<string>();
  /** By Cookie header, the origin that got it last. */
  const seen = new Map<string, string>();
  for (const entry of entries) {
    for (const line of entry.setCookies) {
      const key = `${entry.site} ${nameOf(line)}`;
      const known = lines.get(key);
      if (known === undefined) lines.set(key, [{ entry, line }]);
      else if (known.length < LOOK) known.push({ entry, line });
    }
    const isPlain = entry.url.startsWith('http:') || entry.url.startsWith('ws:');
    if (entry.cookie === null || seen.get(entry.cookie) === entry.origin) continue;
    seen.set(entry.cookie, entry.origin);
    for (const { name, value } of entry.sent) {
      const key = `${entry.site} ${name}=${value}`;
      const host = hosts.get(key);
      if (host === undefined) hosts.set(key, entry.host);
      else if (host !== entry.host) hosts.set(key, '');
      if (isPlain) plain.add(key);
    }
  }

  return {
    identify(entry, { name, value, attributes }) {
      const key = `${entry.site} ${name}=${value}`;
      const told = attributes ?? ofLines(lines.get(`${entry.site} ${name}`) ?? [], entry);
      const base = { name, value, partitionKey: null };
      if (told !== null) return { ...base, ...told, ...(attributes === null ? { assumed: true } : {}) };
      // The same cookie on several hosts of a site is one with a Domain.
      const isWide = hosts.get(key) === '' && entry.site !== entry.host && !isPublicSuffix(entry.site);
      return {
        ...base,
        domain: isWide ? entry.site : entry.host,
        hostOnly: !isWide && hosts.get(key) !== '',
        path: '/',
        // In its favour: what nobody saw is no flaw. Only that it went over plain HTTP was seen.
        secure: !plain.has(key) && entry.url.startsWith('https:'),
        httpOnly: true,
        sameSite: 'lax',
        expires: null,
        assumed: true,
      };
    },
  };
}

function nameOf(line: string): string {
  const end = line.search(/[=;]/);
  return (end === -1 ? line : line.slice(0, end)).trim();
}

/** The server's own later line for a cookie of that name tells where it belongs, and most likely how it was set before. */
function ofLines(lines: readonly Line[], { host, path }: HarEntry): CookieAttributes | null {
  for (const { entry, line } of lines) {
    const parsed = parseSetCookie(line);
    if (!parsed.ok) continue;
    const { cookie } = parsed;
    const hostOnly = (cookie.domain ?? '') === '';
    const domain = hostOnly ? entry.host : (cookie.domain ?? '');
    const its = cookie.path?.startsWith('/') ? cookie.path : defaultPath(entry.path);
    if (cookie.partitioned || !domainMatches(entry.host, domain) || !pathMatches(path, its)) continue;
    if (hostOnly ? host !== domain : !domainMatches(host, domain)) continue;
    const isDeletion =
      cookie.maxAge === undefined ? (cookie.expires ?? entry.at) < entry.at : cookie.maxAge <= 0;
    if (isDeletion)
      return { domain, hostOnly, path: its, secure: true, httpOnly: true, sameSite: 'lax', expires: null };
    const { secure, httpOnly, sameSite } = cookie;
    return { domain, hostOnly, path: its, secure, httpOnly, sameSite, expires: null };
  }
  return null;
}
