import { BoundedCache } from './bounded-cache.ts';
import { isLoopback } from './loopback.ts';
import { siteOfHost } from './registrable-domain.ts';

/** What cookies and sites need of a URL. */
export interface UrlParts {
  /** Lower case, IPv6 in brackets. */
  readonly host: string;
  readonly path: string;
  readonly secure: boolean;
  /** Secure, or a loopback host. */
  readonly trustworthy: boolean;
  /** Registrable domain, or the host where it has none. */
  readonly site: string;
  /** `https://shop.example`; ws counts as http, wss as https. */
  readonly schemefulSite: string;
}

const cache = new BoundedCache<UrlParts | null>(300);

/** Not `canParse` first: it costs as much again, and nearly all are URLs. */
function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function take(text: string): UrlParts | null {
  const url = parsed(text);
  if (url === null) return null;
  const secure = url.protocol === 'https:' || url.protocol === 'wss:';
  if (!secure && url.protocol !== 'http:' && url.protocol !== 'ws:') return null;
  const host = url.hostname;
  if (host === '') return null;
  const site = siteOfHost(host);
  return {
    host,
    path: url.pathname,
    secure,
    trustworthy: secure || isLoopback(host),
    site,
    schemefulSite: `${secure ? 'https' : 'http'}://${site}`,
  };
}

/** The parts of an http, https, ws or wss URL; `null` for anything else. Never throws. */
export function urlParts(url: string): UrlParts | null {
  return cache.get(url, take);
}
