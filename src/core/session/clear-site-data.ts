import type { RequestEntry } from '../recording/recording.ts';
import { urlParts } from '../site/site.ts';

/**
 * Whether a response has all cookies of its registrable domain removed: `Clear-Site-Data: "cookies"` or `"*"`, from a
 * trustworthy origin (Clear Site Data section 3.1). Chromium then refuses that response's Set-Cookie lines.
 */
export function clearsCookies({ url, responseHeaders }: RequestEntry): boolean {
  const types = responseHeaders.find(({ name }) => name === 'clear-site-data')?.value;
  if (types === undefined || urlParts(url)?.trustworthy !== true) return false;
  return types.split(',').some((type) => ['"cookies"', '"*"'].includes(type.trim()));
}
