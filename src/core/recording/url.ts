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
