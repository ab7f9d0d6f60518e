import { urlParts } from '../site/site.ts';

/** Host of a URL, `''` where it has none or is no URL. */
export function hostOf(url: string): string {
  // Web addresses are parsed once for all who ask.
  const parts = urlParts(url);
  if (parts !== null) return parts.host;
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}

/** Without the user name and password that a URL may hold (RFC 3986 section 3.2.1): they are nobody's to keep. */
export function withoutUserinfo(url: string): string {
  if (!url.includes('@')) return url;
  try {
    const parsed = new URL(url);
    if (parsed.username === '' && parsed.password === '') return url;
    parsed.username = '';
    parsed.password = '';
    return parsed.href;
  } catch {
    return url;
  }
}
