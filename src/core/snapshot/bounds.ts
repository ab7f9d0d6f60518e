import { utf8Length } from '../cookie/octets.ts';
import type { Snapshot } from './snapshot.ts';

/** Most that are kept: `storage.session` has 10 MB in all, and the recordings take 7 of them. */
export interface SnapshotLimits {
  readonly count: number;
  readonly bytes: number;
}

export const SNAPSHOT_LIMITS: SnapshotLimits = { count: 40, bytes: 1_500_000 };

export interface Bounded {
  /** Newest first. */
  readonly kept: readonly Snapshot[];
  /** How many went to make room. */
  readonly dropped: number;
}

/**
 * As many as there is room for: the oldest automatic ones go first, then the oldest of the others. The newest stays
 * as long as it fits at all.
 * @param snapshots Newest first.
 */
export function withinBounds(
  snapshots: readonly Snapshot[],
  limits: SnapshotLimits = SNAPSHOT_LIMITS,
): Bounded {
  const sizes = new Map(snapshots.map((snapshot) => [snapshot, sizeOfSnapshot(snapshot)]));
  let bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  let kept = [...snapshots];
  while (kept.length > 0 && (kept.length > limits.count || bytes > limits.bytes)) {
    const older = kept.slice(1);
    const goes = older.findLast(({ why }) => why !== 'by-hand') ?? older.at(-1) ?? kept[0];
    bytes -= goes === undefined ? 0 : (sizes.get(goes) ?? 0);
    kept = kept.filter((snapshot) => snapshot !== goes);
  }
  return { kept, dropped: snapshots.length - kept.length };
}

/** Octets of a cookie's JSON beside its strings. */
const COOKIE_OVERHEAD = 220;

/** Room that it takes in storage, in octets, about. */
export function sizeOfSnapshot({ cookies, sites, label }: Snapshot): number {
  let sum = 120 + utf8Length(label) + sites.reduce((all, site) => all + utf8Length(site) + 3, 0);
  for (const { cookie } of cookies)
    sum +=
      COOKIE_OVERHEAD +
      utf8Length(cookie.name + cookie.value + cookie.domain + cookie.path + (cookie.partitionKey ?? ''));
  return sum;
}
