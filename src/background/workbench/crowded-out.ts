/** A full store makes room: cookies that nobody spoke of go. What an order pushed out belongs to what it takes back. */
import type { BrowserCookie } from '../../core/recording/fact.ts';
import type { ChangeResult } from '../../protocol/workbench.ts';
import type { CookieAccess, Found } from './cookie-access.ts';
import { type Group, isOver, there } from './held.ts';
import { type Place, placeOf } from './place.ts';

/** Browsers evict from 180 cookies of a site on, and of a partition from 10 KiB on. */
const CROWD = 150;

/** Whether what is put can push somebody out. */
export function canCrowd(groups: readonly Group[], before: Found): boolean {
  const puts = groups.flat().filter(({ isThere }) => isThere);
  return puts.some(({ cookie }) => cookie.partitionKey !== null) || before.size + puts.length > CROWD;
}

/** Those of `before` that are gone and were no part of the order, each to be put back. */
export async function crowdedOut(
  access: CookieAccess,
  before: Found,
  groups: readonly Group[],
  now: number,
): Promise<{ readonly inverse: readonly Group[]; readonly after: Found }> {
  const after = await access.readAll();
  const concerned = new Set<Place>(groups.flat().map(({ cookie }) => placeOf(cookie)));
  const lost: BrowserCookie[] = [];
  for (const [place, cookie] of before) {
    if (!after.has(place) && !concerned.has(place) && !isOver(cookie, now)) lost.push(cookie);
  }
  return { inverse: lost.map((cookie) => [there(cookie)]), after };
}

/** What was put and had to go again before the order was done is not there. */
export function withoutCrowdedOut(
  results: readonly ChangeResult[],
  groups: readonly Group[],
  after: Found,
): readonly ChangeResult[] {
  return results.map((result, index) => {
    if (result.outcome !== 'done' && result.outcome !== 'same') return result;
    const put = groups[index]?.find(({ isThere }) => isThere)?.cookie;
    return put === undefined || after.has(placeOf(result.stored ?? put))
      ? result
      : { outcome: 'refused', error: '' };
  });
}
