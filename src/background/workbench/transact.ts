/** One change of the store: all of it takes place, or nothing does. */
import { sameCookie } from '../../core/recording/cookies.ts';
import type { BrowserCookie } from '../../core/recording/fact.ts';
import type { ChangeResult } from '../../protocol/workbench.ts';
import type { CookieAccess, Found } from './cookie-access.ts';
import { type Group, type Held, nothing, there } from './held.ts';
import { placeOf } from './place.ts';

export interface Transacted {
  readonly result: ChangeResult;
  /** What takes it back; empty: nothing was changed. */
  readonly inverse: Group;
}

/** Whether the store, as it was read, holds what is asked for. */
export function isSo({ cookie, isThere }: Held, found: Found): boolean {
  const present = found.get(placeOf(cookie));
  return isThere ? present !== undefined && sameCookie(present, cookie) : present === undefined;
}

/** What would take a group back, of the store as it was read. */
export function inverseOf(group: Group, found: Found): Group {
  return group.filter((held) => !isSo(held, found)).map(({ cookie }) => wasAt(cookie, found));
}

function wasAt(cookie: BrowserCookie, found: Found): Held {
  const was = found.get(placeOf(cookie));
  return was === undefined ? nothing(cookie) : there(was);
}

/** New ones first, and each seen in the store before an old one goes. Whatever fails, what was there comes back. */
export async function transact(access: CookieAccess, group: Group, found: Found): Promise<Transacted> {
  const asked = group.filter((held) => !isSo(held, found));
  if (asked.length === 0) return { result: { outcome: 'same' }, inverse: [] };
  const inverse: Held[] = [];
  let stored: BrowserCookie | undefined;
  const refused = async (error: string, tried: BrowserCookie): Promise<Transacted> => {
    await restore(access, [...inverse, wasAt(tried, found)]);
    return { result: { outcome: 'refused', error }, inverse: [] };
  };
  for (const { cookie } of asked.filter(({ isThere }) => isThere)) {
    const put = await access.put(cookie);
    if (!put.ok) return refused(put.error, cookie);
    inverse.push(wasAt(put.stored, found));
    if (!sameCookie(put.stored, cookie) || placeOf(put.stored) !== placeOf(cookie)) stored = put.stored;
  }
  for (const { cookie } of asked.filter(({ isThere }) => !isThere)) {
    if (stored !== undefined && placeOf(stored) === placeOf(cookie)) continue;
    const present = found.get(placeOf(cookie)) ?? cookie;
    const error = await access.end(present);
    if (error !== null) return refused(error, present);
    inverse.push(wasAt(cookie, found));
  }
  return { result: { outcome: 'done', ...(stored === undefined ? {} : { stored }) }, inverse };
}

/** Newest first, and only what is another by now. */
async function restore(access: CookieAccess, group: Group): Promise<void> {
  const now = await access.read(group.map(({ cookie }) => cookie));
  for (const held of group.toReversed()) {
    if (isSo(held, now)) continue;
    if (held.isThere) await access.put(held.cookie);
    else await access.end(held.cookie);
  }
}
