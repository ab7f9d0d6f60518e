import { cookieAt } from './at-time.ts';
import { isDeletion } from './confirm.ts';
import type { BrowserCookie } from './fact.ts';
import type { CookieEntry, Recording, SetCookieEntry } from './recording.ts';

/** Where a deletion and the cookie it was meant for differ. */
export type Mismatch = 'domain' | 'path' | 'partition';

export interface MissedCookie {
  readonly entry: CookieEntry;
  readonly cookie: BrowserCookie;
  readonly differs: readonly Mismatch[];
}

/**
 * The cookies of that name which a deletion leaves alone, because its Domain, Path or partition is another: the
 * common logout bug. Empty where the line is no deletion, or deleted its cookie.
 */
export function missedBy(recording: Recording, line: SetCookieEntry): MissedCookie[] {
  const { predicted, request, at } = line;
  if (!isDeletion(line) || !predicted.stored || predicted.replaced !== undefined) return [];
  const missed: MissedCookie[] = [];
  for (const entry of recording.index.cookiesByName.get(predicted.cookie.name) ?? []) {
    const cookie = entry.site === request.site ? cookieAt(entry, at) : null;
    if (cookie === null || entry.key === line.cookie) continue;
    const differs: Mismatch[] = [];
    if (cookie.domain !== predicted.cookie.domain || cookie.hostOnly !== predicted.cookie.hostOnly)
      differs.push('domain');
    if (cookie.path !== predicted.cookie.path) differs.push('path');
    if (cookie.partitionKey !== predicted.cookie.partitionKey) differs.push('partition');
    missed.push({ entry, cookie, differs });
  }
  return missed;
}
