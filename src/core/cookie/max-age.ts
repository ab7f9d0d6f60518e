import type { Browser } from './types.ts';

const rfc = /^-?\d+$/;
const chromium = /^[-+]?\d+$/;

/** Chromium counts in 64 bits; a number past that is as good as never. */
const most = 2 ** 63;

/**
 * The seconds of a Max-Age, `undefined` where it is to be ignored. Chromium also takes a plus sign; Firefox takes
 * anything that begins with a minus for the past. Source: RFC 6265bis section 5.6.2.
 */
export function parseMaxAge(value: string, browser: Browser): number | undefined {
  if (browser === 'firefox' && value.startsWith('-')) return -1;
  if (!(browser === 'chromium' ? chromium : rfc).test(value)) return undefined;
  const seconds = Number(value);
  if (seconds === 0) return 0;
  return Math.max(-most, Math.min(most, seconds));
}
