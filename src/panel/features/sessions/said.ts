/** What a person says is the session, remembered by site and cookie name; the worker follows it for popup and badge. */
import type { SaidOf } from '../../../protocol/choices.ts';

/** @param isSession null: forget it. */
export function withWord(saidOf: SaidOf, site: string, name: string, isSession: boolean | null): SaidOf {
  const others = Object.entries(Object.hasOwn(saidOf, site) ? (saidOf[site] ?? {}) : {}).filter(
    ([known]) => known !== name,
  );
  const own = isSession === null ? others : [...others, [name, isSession] as const];
  const sites = Object.entries(saidOf).filter(([known]) => known !== site);
  // From entries: a site or a cookie may be called `__proto__`.
  return Object.fromEntries(own.length === 0 ? sites : [...sites, [site, Object.fromEntries(own)] as const]);
}
