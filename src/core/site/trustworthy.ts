import { urlParts } from './url-parts.ts';

export { isLoopback } from './loopback.ts';

/**
 * True where Secure cookies may be set and sent: `https:`, `wss:`, or a loopback host over any web scheme
 * (Secure Contexts section 3.1; Chromium and Firefox apply it to cookies).
 */
export function isTrustworthy(url: string): boolean {
  return urlParts(url)?.trustworthy ?? false;
}
