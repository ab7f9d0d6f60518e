import { means } from './known-attribute.ts';
import type { SameSite } from './types.ts';

/** What a SameSite attribute means; anything but the three words is as if it were not there. Source: RFC 6265bis section 5.6.7. */
export function parseSameSite(value: string): SameSite {
  switch (value.length) {
    case 3:
      return value === 'Lax' || means(value, 'lax') ? 'lax' : 'unspecified';
    case 4:
      return value === 'None' || means(value, 'none') ? 'none' : 'unspecified';
    case 6:
      return value === 'Strict' || means(value, 'strict') ? 'strict' : 'unspecified';
    default:
      return 'unspecified';
  }
}
