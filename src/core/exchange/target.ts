import type { BrowserCookie } from '../recording/fact.ts';

/**
 * Where a request with these cookies goes: the page's address, or the first cookie's own. Without user name, password and
 * fragment; without the query, which may hold secrets, unless that is wanted too.
 */
export function targetUrl(url: string | null, cookies: readonly BrowserCookie[], withQuery: boolean): string {
  const target = webUrl(url) ?? webUrl(addressOf(cookies[0]));
  if (target === null) return 'https://example.com/';
  return `${target.origin}${target.pathname}${withQuery ? target.search : ''}`;
}

function addressOf(cookie: BrowserCookie | undefined): string | null {
  if (cookie === undefined) return null;
  const path = cookie.path.replaceAll('?', '%3F').replaceAll('#', '%23');
  return `${cookie.secure ? 'https' : 'http'}://${cookie.domain}${path}`;
}

export function webUrl(text: string | null): URL | null {
  if (text === null) return null;
  try {
    const url = new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}
