/** From a source's fact to everybody who needs it: the journal first, then memory, pages and badge. */
import type { Entry, Fact } from '../core/recording/fact.ts';
import type { Journal, TabJournal } from './journal/journal.ts';
import type { Live } from './live.ts';
import { NO_TAB, type TabInfo, type Tabs } from './tabs.ts';

export interface Recorder {
  record(tabId: number, fact: Fact): void;
  /** The tab's journal, begun where there is none. */
  begin(tabId: number): TabJournal;
  pause(tab: TabJournal, on: boolean): void;
}

export interface RecorderOptions {
  readonly journal: Journal;
  readonly live: Live;
  readonly tabs: Tabs;
  readonly now: () => number;
  readonly browser: 'chromium' | 'firefox';
  readonly randomKey: () => string;
  /** The first thing seen of a tab is not its page: its frames are unknown. */
  readonly joinsLate: (tabId: number) => void;
  readonly recorded: (tab: TabJournal, entry: Entry) => void;
}

type Store = Pick<TabInfo, 'storeId' | 'incognito'>;

const DEFAULT_STORE: Store = { storeId: '0', incognito: false };
/** Requests under way without a tab are few. */
const MAX_OWNERS = 1000;

export function createRecorder(options: RecorderOptions): Recorder {
  const { journal, live, tabs, now, browser } = options;
  /** What came before the journal was ready: the very event that woke the worker, most often. */
  let early: [number, Fact][] | null = [];

  void journal.ready.then(() => {
    const waiting = early ?? [];
    early = null;
    for (const [tabId, fact] of waiting) record(tabId, fact);
  });

  const record = (tabId: number, fact: Fact) => {
    if (early !== null) {
      early.push([tabId, fact]);
      return;
    }
    const [owner, owned] = tabId >= 0 ? [tabId, fact] : attribute(fact);
    if (tabs.isGone(owner)) return;
    if (journal.tab(owner) === undefined && !worthBeginning(fact)) return;
    if (journal.tab(owner) === undefined && !startsPage(fact)) options.joinsLate(owner);
    const tab = begin(owner);
    // A replay was asked for, and happened.
    if (!tab.recording && owned.kind !== 'gap' && owned.kind !== 'replay') return;
    append(tab, owned);
  };

  const append = (tab: TabJournal, fact: Fact) => {
    const entry = journal.append(tab, fact);
    live.add(tab.tabId, entry);
    options.recorded(tab, entry);
  };

  /** Pages of the browser and of extensions are no tabs to record. */
  const worthBeginning = (fact: Fact) =>
    (fact.kind !== 'navigation' && fact.kind !== 'page-done') || /^https?:/.test(fact.url);

  const startsPage = (fact: Fact) =>
    (fact.kind === 'navigation' && fact.parentFrameId < 0) || ('type' in fact && fact.type === 'main_frame');

  /** Whom a request without a tab was given to: all that is told of it belongs there. */
  const owners = new Map<string, number>();

  const attribute = (fact: Fact): [number, Fact] => {
    if (fact.kind === 'failed') return [owners.get(fact.requestId) ?? NO_TAB, fact];
    if (fact.kind !== 'body' && fact.kind !== 'sent' && fact.kind !== 'response') return [NO_TAB, fact];
    const owner = owners.get(fact.requestId) ?? tabs.attribute(fact.initiator, fact.url);
    owners.delete(fact.requestId);
    owners.set(fact.requestId, owner);
    if (owners.size > MAX_OWNERS) {
      for (const oldest of owners.keys()) {
        owners.delete(oldest);
        break;
      }
    }
    return [owner, owner === NO_TAB ? fact : { ...fact, attributed: true }];
  };

  const begin = (tabId: number): TabJournal => {
    const present = journal.tab(tabId);
    if (present !== undefined) return present;
    const tab = journal.open(tabId);
    const fingerprintKey = options.randomKey();
    const introduce = ({ storeId, incognito }: Store) =>
      append(tab, { kind: 'tab', at: now(), browser, storeId, incognito, fingerprintKey });
    const info = tabs.info(tabId);
    // The first of all facts: the lines after it are judged by this browser's rules. The store may be told later.
    introduce(info ?? DEFAULT_STORE);
    if (info === undefined && tabId !== NO_TAB) {
      void tabs.describe(tabId).then((found) => {
        const isOther = found !== null && found.storeId !== DEFAULT_STORE.storeId;
        if (isOther && journal.tab(tabId) === tab) introduce(found);
      });
    }
    return tab;
  };

  return {
    record,
    begin,
    pause(tab, on) {
      if (tab.recording === !on) return;
      tab.recording = !on;
      if (on) tab.pausedAt = now();
      else if (tab.pausedAt !== null) {
        append(tab, { kind: 'gap', at: now(), since: tab.pausedAt, reason: 'paused' });
        tab.pausedAt = null;
      }
      journal.touch(tab);
    },
  };
}
