import { siteOfHost } from '../../site/site.ts';

export interface EntryUrl {
  readonly url: string;
  readonly host: string;
  readonly origin: string;
  readonly path: string;
  readonly site: string;
}

/** The longest URL that is looked at: browsers take no longer ones. */
const MAX_URL = 2_097_152;

/** null: no URL at all. `'other'`: nothing that has cookies (data:, blob:, an extension's). */
export function entryUrl(text: string, base?: string): EntryUrl | 'other' | null {
  const parsed = text.length > MAX_URL ? null : parse(text, base);
  if (parsed === null) return null;
  if (!/^(?:https?|wss?):$/.test(parsed.protocol)) return 'other';
  const { href, hostname, origin, pathname } = parsed;
  const hash = href.indexOf('#');
  return {
    url: hash === -1 ? href : href.slice(0, hash),
    host: hostname,
    origin,
    path: pathname,
    site: siteOfHost(hostname),
  };
}

/** Not `canParse` first: it costs as much again, and a recorded URL nearly always is one. */
function parse(text: string, base: string | undefined): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
