/** What the workbench is about to write, as a fact in each recording it concerns: it names the writer of what the store tells then. */
import type { EditKind, EditWrite, Fact } from '../../core/recording/fact.ts';
import { keyOf } from '../../core/recording/keys.ts';
import type { Recording } from '../../core/recording/recording.ts';
import { siteOf } from '../../core/recording/sites.ts';
import { siteOfHost } from '../../core/site/site.ts';
import type { Group } from './held.ts';

export interface AnnounceOptions {
  /** Recorded tabs of the store. */
  readonly tabsOf: (storeId: string) => Iterable<number>;
  /** What is in memory. */
  readonly recordingNow: (tabId: number) => Recording | undefined;
  readonly urlOf: (tabId: number) => string | null;
  readonly record: (tabId: number, fact: Fact) => void;
  readonly now: () => number;
}

export type Announce = (storeId: string, by: EditKind, groups: readonly Group[]) => void;

export function createAnnounce({ tabsOf, recordingNow, urlOf, record, now }: AnnounceOptions): Announce {
  return (storeId, by, groups) => {
    const bySite = new Map<string, EditWrite[]>();
    for (const { cookie, isThere } of groups.flat()) {
      const site = siteOfHost(cookie.domain);
      const writes = bySite.get(site) ?? [];
      bySite.set(site, writes);
      writes.push({ key: keyOf(cookie), value: isThere ? cookie.value : null });
    }
    for (const tabId of tabsOf(storeId)) {
      const sites: ReadonlyMap<string, unknown> | undefined = recordingNow(tabId)?.sites;
      const url = urlOf(tabId);
      // Of a recording that is not in memory no more is known than the page it stands on.
      const own = url === null ? null : siteOf(url);
      const writes = [...bySite].flatMap(([site, some]) =>
        sites?.has(site) || (sites === undefined && site === own) ? some : [],
      );
      if (writes.length > 0) record(tabId, { kind: 'edit', at: now(), by, writes });
    }
  };
}
