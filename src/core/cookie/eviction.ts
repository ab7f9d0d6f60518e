import type { ShelfEntry } from './cookie-shelf.ts';
import type { Limit, StoreLimits } from './limits.ts';

/** Least recently used first, and what is not secure before what is; ties by order of insertion. */
function byWorth(a: ShelfEntry, b: ShelfEntry): number {
  return Number(a.cookie.secure) - Number(b.cookie.secure) || byUse(a, b);
}

function byUse(a: ShelfEntry, b: ShelfEntry): number {
  return a.cookie.lastAccess - b.cookie.lastAccess || a.order - b.order;
}

/**
 * What goes when a group of cookies is over its limit; expired ones should be gone before.
 * Source: RFC 6265bis section 5.7, "remove excess cookies"; Chromium CookieMonster::GarbageCollect.
 */
export function excess(entries: readonly ShelfEntry[], { max, keep }: Limit): readonly ShelfEntry[] {
  return entries.length <= max ? [] : [...entries].sort(byWorth).slice(0, entries.length - keep);
}

/** What goes when the cookies of a site in a partition are too many or too big (Chromium GarbageCollectPartitionedCookies). */
export function partitionExcess(
  entries: readonly ShelfEntry[],
  { cookies, octets }: StoreLimits['perPartition'],
): readonly ShelfEntry[] {
  let size = entries.reduce((sum, { cookie }) => sum + cookie.size, 0);
  if (entries.length <= cookies && size <= octets) return [];
  const oldestFirst = [...entries].sort(byUse);
  let gone = 0;
  while (gone < oldestFirst.length && (oldestFirst.length - gone > cookies || size > octets)) {
    size -= oldestFirst[gone]?.cookie.size ?? 0;
    gone += 1;
  }
  return oldestFirst.slice(0, gone);
}
