import { utf8Length } from '../cookie/octets.ts';
import { siteOfHost } from '../site/site.ts';
import { indexEntry } from './cookies.ts';
import type { Dropped, Fact } from './fact.ts';
import { keyOf } from './keys.ts';
import type { CookieEntry, Recording, Site } from './recording.ts';
import { itemId } from './web-storage.ts';

export type Baseline = Fact & { kind: 'baseline' };

/** Puts a baseline's state into an empty recording. */
export function rebase(recording: Recording, fact: Baseline): void {
  recording.dropped = fact.dropped;
  for (const frame of fact.frames) {
    recording.frames.set(frame.frameId, frame);
    if (frame.documentId !== undefined) recording.documents.set(frame.documentId, frame);
  }
  for (const site of fact.sites) recording.sites.set(site.site as Site, { ...site, site: site.site as Site });
  for (const { cookie, firstSeen, present, requests, lastSent, parties } of fact.cookies) {
    indexEntry(recording, {
      key: keyOf(cookie),
      site: siteOfHost(cookie.domain) as Site,
      cookie,
      present,
      firstSeen,
      changedAt: fact.at,
      history: [{ kind: 'seen', at: firstSeen, after: cookie, by: { kind: 'before' } }],
      forgotten: 0,
      explainedLater: 0,
      requests,
      lastSent,
      parties: new Set(parties),
      setBy: [],
      sentBy: [],
    });
  }
  recording.replays.push(...(fact.replays ?? []));
  for (const item of fact.webStorage ?? []) recording.webStorage.set(itemId(item), item);
  recording.moments.push({ kind: 'cut', at: fact.at, reason: fact.reason });
}

/** What a recording has to say of itself in one fact. */
export function baselineOf(
  recording: Recording,
  at: number,
  reason: Baseline['reason'],
  dropped: Dropped,
  room = Number.POSITIVE_INFINITY,
): Baseline {
  return {
    kind: 'baseline',
    at,
    reason,
    dropped,
    frames: [...recording.frames.values()],
    sites: [...recording.sites.values()],
    cookies: newestWithin(
      [...recording.cookies.values()].filter((entry) => entry.present),
      room,
    ).map(({ cookie, firstSeen, present, requests, lastSent, parties }) => ({
      cookie,
      firstSeen,
      present,
      requests,
      lastSent,
      parties: [...parties],
    })),
    // What somebody asked for is kept as long as they did not clear it.
    ...(reason === 'limit' && recording.replays.length > 0 ? { replays: [...recording.replays] } : {}),
    ...(reason === 'limit' && recording.webStorage.size > 0
      ? { webStorage: [...recording.webStorage.values()] }
      : {}),
  };
}

/** Octets of a cookie's state beside its strings. */
const STATE_OVERHEAD = 250;

/** As many as there is room for, the most recently changed, in their order. */
function newestWithin(entries: readonly CookieEntry[], room: number): readonly CookieEntry[] {
  if (room === Number.POSITIVE_INFINITY) return entries;
  let left = room;
  const fitting = new Set(
    entries
      .toReversed()
      .toSorted((a, b) => b.changedAt - a.changedAt)
      .filter(({ cookie }) => {
        left -= STATE_OVERHEAD + utf8Length(cookie.name + cookie.value + cookie.path + cookie.domain);
        return left >= 0;
      }),
  );
  return entries.filter((entry) => fitting.has(entry));
}
