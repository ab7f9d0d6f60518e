/** What a person changes, a guard does not undo: it goes with the cookie. */
import { sameCookie } from '../../core/recording/cookies.ts';
import type { Guarded } from '../../protocol/workbench.ts';
import type { CookieAccess } from './cookie-access.ts';
import type { Group } from './held.ts';
import { type Place, placeOf } from './place.ts';

/**
 * Protection follows a cookie that was edited, to its new identity too, and ends with one that was deleted; a block ends where
 * the person put the cookie there. true: `guards` was changed.
 */
export async function afterWork(
  guards: Map<Place, Guarded>,
  happened: readonly Group[],
  access: CookieAccess,
): Promise<boolean> {
  const concerned = happened.filter((group) => group.some(({ cookie }) => guards.has(placeOf(cookie))));
  if (concerned.length === 0) return false;
  const found = await access.read(concerned.flat().map(({ cookie }) => cookie));
  for (const group of concerned) {
    const protectedOnes = group.flatMap(({ cookie }) => {
      const guard = guards.get(placeOf(cookie));
      return guard?.kind === 'protect' ? [guard] : [];
    });
    const put = group.find(({ isThere }) => isThere)?.cookie;
    for (const { cookie, isThere } of group) {
      const place = placeOf(cookie);
      if (isThere || guards.get(place)?.kind === 'protect') guards.delete(place);
    }
    const [first] = protectedOnes;
    if (put === undefined || first === undefined) continue;
    const stored = found.get(placeOf(put));
    // The browser may have cut its expiry; anything else is not what the person wrote.
    const isIt = stored !== undefined && sameCookie(stored, { ...put, expires: stored.expires });
    guards.set(placeOf(put), { ...first, cookie: isIt ? stored : put });
  }
  return true;
}
