import { cookieAt } from '../recording/at-time.ts';
import type { CookieEntry, Recording } from '../recording/recording.ts';
import type { KeptCookie, Snapshot } from './snapshot.ts';

/**
 * The cookies that are there now.
 * @param about What the snapshot is called, when it is taken (epoch milliseconds) and why.
 */
export function takeSnapshot(
  recording: Recording,
  about: Pick<Snapshot, 'id' | 'at' | 'why' | 'label'>,
): Snapshot {
  return snapshotOf(recording, about, (entry) => (entry.present ? entry.cookie : null));
}

/** The cookies that were there at `about.at`, as far back as their histories are kept. */
export function snapshotAt(
  recording: Recording,
  about: Pick<Snapshot, 'id' | 'at' | 'why' | 'label'>,
): Snapshot {
  return snapshotOf(recording, about, (entry) => cookieAt(entry, about.at) ?? foundLater(entry));
}

/** A cookie that was there when the store was first read was there before, as far as anybody can say. */
function foundLater({ history: [first] }: CookieEntry): KeptCookie['cookie'] | null {
  return first?.kind === 'seen' ? first.after : null;
}

function snapshotOf(
  recording: Recording,
  about: Pick<Snapshot, 'id' | 'at' | 'why' | 'label'>,
  stateOf: (entry: CookieEntry) => KeptCookie['cookie'] | null,
): Snapshot {
  const sites = new Set<string>(recording.sites.keys());
  const cookies: KeptCookie[] = [];
  for (const entry of recording.cookies.values()) {
    const cookie = stateOf(entry);
    if (cookie === null) continue;
    sites.add(entry.site);
    cookies.push({ cookie, writtenAt: writtenBy(entry, about.at) });
  }
  return { ...about, sites: [...sites].sort(), cookies };
}

/** The newest write up to a moment; null: it was there before. */
function writtenBy({ history }: CookieEntry, at: number): number | null {
  const write = history.findLast(
    (event) =>
      event.at <= at && (event.kind === 'created' || event.kind === 'changed' || event.kind === 'renewed'),
  );
  return write?.at ?? null;
}
