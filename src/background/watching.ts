/** Which tabs a page looks at: their requests' side and their cookies' changes are listened to, nobody else's. */
import type { Journal } from './journal/journal.ts';

export interface Watching {
  /** A page of the tab came or went. */
  update(tabId: number): void;
}

export interface WatchingOptions {
  readonly journal: Journal;
  readonly sources: readonly { watch(on: boolean): void }[];
  readonly isWatched: (tabId: number) => boolean;
  readonly loadAgain: (tabId: number) => void;
  /** There was no worker before this one since the extension was installed or updated. */
  readonly isFirst: boolean;
}

/** Pages of an earlier worker come back within seconds; who does not is gone. */
const REATTACH_WITHIN_MS = 15_000;

export function createWatching({
  journal,
  sources,
  isWatched,
  loadAgain,
  isFirst,
}: WatchingOptions): Watching {
  const watchAll = (on: boolean) => {
    for (const source of sources) source.watch(on);
  };
  const watchWhatIsWatched = () => watchAll([...journal.tabs()].some((tab) => tab.watched));

  const update = (tabId: number) => {
    const tab = journal.tab(tabId);
    if (tab === undefined) return;
    const watched = isWatched(tabId);
    if (tab.watched === watched) return;
    tab.watched = watched;
    journal.touch(tab);
    watchWhatIsWatched();
  };

  // Unknown at first: an earlier worker may have been watching, and its events must not be missed. Not for nothing,
  // though: listeners that were there once cost Chromium about a tenth of what they do while they are.
  if (!isFirst) watchAll(true);
  void journal.ready.then(() => {
    watchWhatIsWatched();
    const before = [...journal.tabs()].filter((tab) => tab.watched);
    for (const tab of before) loadAgain(tab.tabId);
    if (before.length === 0) return;
    setTimeout(() => {
      for (const tab of before) update(tab.tabId);
    }, REATTACH_WITHIN_MS);
  });

  return { update };
}
