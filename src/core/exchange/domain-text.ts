import { schemefulSite } from '../site/site.ts';

/** What no host name holds, and what would make a URL of it: `user@`, `/path`, a port, percent-encoding. */
const STRANGE = /[\s/?#@\\:%<>^|]/;
const IPV6 = /^\[[0-9a-f:.]{2,45}\]$/i;

/** A cookie's domain as stores show it: canonical, without leading dot. null where it is none. */
export function domainOf(text: string): string | null {
  const bare = text.trim().replace(/^\./, '');
  if (bare === '' || bare.length > 255 || (STRANGE.test(bare) && !IPV6.test(bare))) return null;
  try {
    const host = new URL(`https://${bare}/`).hostname;
    return host === '' ? null : host;
  } catch {
    return null;
  }
}

/** Firefox and extension pages: sites that are no http(s) URL, or have a port. */
const OTHER_SITE = /^[a-z][a-z0-9+.-]{0,40}:\/\/[^\s/?#]{1,255}$/i;
const WITH_PORT = /:\d{1,5}$/;

/** The site of a partition; null where the text is none. A URL stands for its schemeful site. */
export function partitionSite(text: string): string | null {
  const isOther = OTHER_SITE.test(text);
  if (isOther && WITH_PORT.test(text)) return text;
  return schemefulSite(text) ?? (isOther ? text : null);
}
