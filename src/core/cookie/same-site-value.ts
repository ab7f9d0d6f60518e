import type { SameSite } from './types.ts';

/** What a SameSite attribute means; anything but the three words is as if it were not there. Source: RFC 6265bis section 5.6.7. */
export function parseSameSite(value: string): SameSite {
  if (value.length < 3 || value.length > 6) return 'unspecified';
  const lower = value.toLowerCase();
  return lower === 'strict' || lower === 'lax' || lower === 'none' ? lower : 'unspecified';
}
