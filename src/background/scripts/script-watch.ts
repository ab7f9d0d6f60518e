/**
 * Which tabs' scripts are watched: those where a person switched it on, as long as the tab is recorded and a page looks at
 * it. Content scripts cannot be registered for one tab, so the instrument is put into each document when it is committed;
 * what a first script in the head writes before that (within some 10 ms) is missed.
 */
import type { Fact } from '../../core/recording/fact.ts';
import type { Journal, TabJournal } from '../journal/journal.ts';
import type { Place } from './inject.ts';

export interface ScriptWatch {
  /** A person's switch; resolves to false where the permission is missing. */
  switch(tab: TabJournal, on: boolean): Promise<boolean>;
  /** Recording was paused or begun, a page came or went. */
  update(tabId: number): void;
  isActive(tabId: number): boolean;
  /** A fact was recorded: a document may have been committed. */
  recorded(tabId: number, fact: Fact): void;
  /** A permission was taken back; perhaps this one. */
  permissionLost(): void;
  forget(tabId: number): void;
}

/** Longer than `watching.ts` waits for pages of an earlier worker. */
const SETTLED_MS = 20_000;

export interface ScriptWatchOptions {
  readonly journal: Pick<Journal, 'ready' | 'tab' | 'tabs' | 'touch'>;
  readonly canInject: () => Promise<boolean>;
  readonly inject: (place: Place) => Promise<void>;
  readonly withdraw: (tabId: number) => Promise<void>;
  /** Documents that are there. */
  readonly present: (tabId: number) => Promise<readonly (Fact & { kind: 'navigation' })[]>;
  readonly changed: (tabId: number) => void;
}

export function createScriptWatch(options: ScriptWatchOptions): ScriptWatch {
  const { journal, canInject, inject, withdraw, present, changed } = options;
  /** Tabs that have instruments, with the documents that do. */
  const running = new Map<number, Set<string>>();

  const isActive = (tabId: number) => {
    const tab = journal.tab(tabId);
    return (tab?.scripts ?? false) && tab?.recording === true && tab.watched;
  };

  const place = async (tabId: number, { frameId, documentId }: Fact & { kind: 'navigation' }) => {
    const documents = running.get(tabId) ?? new Set();
    running.set(tabId, documents);
    if (documentId !== undefined) {
      if (documents.has(documentId)) return;
      documents.add(documentId);
    }
    // Pages of the browser refuse, and documents go away: neither is anybody's fault.
    await inject({ tabId, frameId, ...(documentId === undefined ? {} : { documentId }) }).catch(
      () => undefined,
    );
    if (!isActive(tabId)) await withdraw(tabId);
  };

  const begin = async (tabId: number) => {
    running.set(tabId, new Set());
    const documents = await present(tabId).catch(() => []);
    await Promise.all(documents.map((document) => place(tabId, document)));
  };

  const update = (tabId: number) => {
    const tab = journal.tab(tabId);
    // Who closes the panel is done: nothing begins by itself when it is opened again.
    if (tab?.scripts && !tab.watched) {
      tab.scripts = false;
      journal.touch(tab);
    }
    const active = isActive(tabId);
    if (active && !running.has(tabId)) void begin(tabId);
    if (!active && running.delete(tabId)) void withdraw(tabId);
  };

  // What an earlier worker put into pages is still there.
  void journal.ready.then(() => {
    const before = [...journal.tabs()].map(({ tabId }) => tabId).filter(isActive);
    for (const tabId of before) if (!running.has(tabId)) running.set(tabId, new Set());
    // By then its pages have come back, or do not.
    setTimeout(() => before.forEach(update), SETTLED_MS);
  });

  return {
    async switch(tab, on) {
      if (on && !(await canInject())) return false;
      tab.scripts = on;
      journal.touch(tab);
      update(tab.tabId);
      return true;
    },
    update,
    isActive,
    recorded(tabId, fact) {
      if (fact.kind !== 'navigation' || fact.sameDocument || fact.found || !isActive(tabId)) return;
      void place(tabId, fact);
    },
    permissionLost() {
      void canInject().then((can) => {
        for (const tab of can ? [] : journal.tabs()) {
          if (!tab.scripts) continue;
          tab.scripts = false;
          journal.touch(tab);
          update(tab.tabId);
          changed(tab.tabId);
        }
      });
    },
    forget: (tabId) => void running.delete(tabId),
  };
}
