import { compareForHeader } from '../cookie/send.ts';
import type { CookieEntry, Recording } from './recording.ts';
import { toStored } from './set-cookies.ts';

export interface SameName {
  /** In the order in which a header would name them; most servers read the first, some the last. */
  readonly order: readonly CookieEntry[];
  /** What decides between the first two: a longer path goes first, then the older cookie. */
  readonly decidedBy: 'path' | 'age';
}

/** Present cookies of one site with the same name as this one, itself included; null where it is alone. */
export function sameNameAs(recording: Recording, entry: CookieEntry): SameName | null {
  const named = [...(recording.index.cookiesByName.get(entry.cookie.name) ?? [])];
  const order = named
    .filter(
      (each) =>
        each.present && each.site === entry.site && each.cookie.partitionKey === entry.cookie.partitionKey,
    )
    .sort((a, b) => compareForHeader(toStored(a), toStored(b)));
  const [first, second] = order;
  if (first === undefined || second === undefined) return null;
  return { order, decidedBy: first.cookie.path.length === second.cookie.path.length ? 'age' : 'path' };
}
