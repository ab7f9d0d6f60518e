/** Changes of the cookie store belong to no tab: they are recorded in each watched one whose sites they concern. */
import { keyOf } from '../core/recording/keys.ts';
import type { Recording, Site } from '../core/recording/recording.ts';
import { siteOfHost } from '../core/site/site.ts';
import type { Journal } from './journal/journal.ts';
import type { Live } from './live.ts';
import type { Recorder } from './recorder.ts';
import { type CookieStoreSource, type EmitChange, listenToCookies } from './sources/cookie-store.ts';
import type { Tabs } from './tabs.ts';

export interface StoreChangesOptions {
  /** Journals and tabs are known. */
  readonly started: Promise<unknown>;
  readonly journal: Journal;
  readonly live: Live;
  readonly tabs: Tabs;
  readonly recorder: Recorder;
  readonly now: () => number;
}

export function listenToStoreChanges(options: StoreChangesOptions): CookieStoreSource {
  const { started, journal, live, tabs, recorder, now } = options;
  const heard: EmitChange = (storeId, fact) => {
    const site = siteOfHost(fact.cookie.domain) as Site;
    const tell = (tabId: number, recording: Recording | null) => {
      if (!recording?.sites.has(site)) return;
      // The first half of an update says what was there before: nothing new, and nearly half of all facts in a storm.
      if (fact.cause === 'overwrite' && recording.cookies.has(keyOf(fact.cookie))) return;
      recorder.record(tabId, fact);
    };
    // The very change that woke the worker comes before anything is known; after a cut the recording is read anew.
    void started.then(() => {
      for (const tabId of tabs.inStore(storeId)) {
        if (!journal.tab(tabId)?.watched) continue;
        const recording = live.peek(tabId);
        if (recording === undefined) void live.get(tabId).then((read) => tell(tabId, read));
        else tell(tabId, recording);
      }
    });
  };
  return listenToCookies(heard, now);
}
