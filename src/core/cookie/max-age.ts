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
  const plain = shortNumber(value);
  if (plain !== -1) return plain;
  if (!(browser === 'chromium' ? chromium : rfc).test(value)) return undefined;
  const seconds = Number(value);
  if (seconds === 0) return 0;
  return Math.max(-most, Math.min(most, seconds));
}

/** One to nine digits, as nearly every Max-Age is; -1 for anything else. */
function shortNumber(value: string): number {
  if (value.length === 0 || value.length > 9) return -1;
  let number = 0;
  for (let index = 0; index < value.length; index += 1) {
    const digit = value.charCodeAt(index) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
