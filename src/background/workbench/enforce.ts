/** One guarded cookie against its page: put back, or removed, as often as the page writes, until it writes too fast. */
import type { Guarded } from '../../protocol/workbench.ts';
import type { CookieAccess } from './cookie-access.ts';
import { type Group, isOver, nothing, there } from './held.ts';
import { isSo, transact } from './transact.ts';

/** A page that writes oftener than this within so many milliseconds will not stop: it would never end. */
export const MOST_TIMES = 20;
export const WITHIN_MS = 2000;

export interface Enforcement {
  readonly access: CookieAccess;
  /** The guard as it is now; undefined: there is none, or it is not to act. */
  readonly guard: () => Guarded | undefined;
  readonly announce: (group: Group) => void;
  readonly change: (guard: Guarded) => void;
  readonly now: () => number;
}

/** @param times when it was put back before, newest last; changed in place. */
export async function enforce(
  times: number[],
  { access, guard, announce, change, now }: Enforcement,
): Promise<'done' | 'nothing'> {
  const current = guard();
  if (current === undefined || current.gaveUp) return 'nothing';
  const { kind, cookie } = current;
  if (kind === 'protect' && isOver(cookie, now())) return 'nothing';
  const held = kind === 'protect' ? there(cookie) : nothing(cookie);
  const found = await access.read([cookie]);
  if (isSo(held, found)) return 'nothing';
  const at = now();
  while (times[0] !== undefined && times[0] <= at - WITHIN_MS) times.shift();
  if (times.length >= MOST_TIMES) {
    change({ ...current, gaveUp: true });
    return 'nothing';
  }
  times.push(at);
  announce([held]);
  const { result } = await transact(access, [held], found);
  if (result.outcome !== 'done') return 'nothing';
  const after = guard();
  if (after !== undefined) change({ ...after, times: after.times + 1 });
  return 'done';
}
