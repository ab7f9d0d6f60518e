import type { CookieField } from '../../../core/edit/problems.ts';
import type { BrowserCookie } from '../../../core/recording/fact.ts';

/** Most formats write whole seconds. */
const SAME_EXPIRY_MS = 1_000;

/** In what two cookies of one identity differ. */
export function differences(before: BrowserCookie, after: BrowserCookie): readonly CookieField[] {
  const fields: CookieField[] = [];
  if (before.value !== after.value) fields.push('value');
  if (!sameExpiry(before.expires, after.expires)) fields.push('expires');
  if (before.secure !== after.secure) fields.push('secure');
  if (before.httpOnly !== after.httpOnly) fields.push('httpOnly');
  if (before.sameSite !== after.sameSite) fields.push('sameSite');
  return fields;
}

function sameExpiry(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) < SAME_EXPIRY_MS;
}
