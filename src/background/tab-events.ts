/** Tabs that change or close, and permissions that come and go. */
import { native } from '../platform/native.ts';
import type { Hub } from './hub.ts';
import type { Journal } from './journal/journal.ts';
import { NO_TAB, type Tabs } from './tabs.ts';

export interface TabEventsOptions {
  readonly tabs: Tabs;
  readonly journal: Journal;
  readonly hub: Hub;
  readonly permissionsLost: () => void;
  /** What others hold of a closed tab. */
  readonly forget: (tabId: number) => void;
}

export function listenToTabs({ tabs, journal, hub, permissionsLost, forget }: TabEventsOptions): void {
  // Pages of the browser cause no event of webNavigation.
  native.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'complete' && hub.isWatched(tabId))
      void tabs.describe(tabId).then(() => hub.refreshState(tabId));
  });
  native.tabs.onRemoved.addListener((tabId) => {
    tabs.gone(tabId);
    forget(tabId);
    void journal.ready.then(() => journal.close(tabId));
  });
  native.permissions.onAdded.addListener(() => hub.refreshAllStates());
  native.permissions.onRemoved.addListener(() => {
    permissionsLost();
    hub.refreshAllStates();
  });

  // Tabs that were closed while no worker could hear of it.
  void Promise.all([journal.ready, tabs.known]).then(([, isKnown]) => {
    for (const { tabId } of isKnown ? [...journal.tabs()] : []) {
      const isOld = journal.inherited(tabId) !== undefined;
      if (isOld && tabId !== NO_TAB && tabs.info(tabId) === undefined) journal.close(tabId);
    }
  });
}
