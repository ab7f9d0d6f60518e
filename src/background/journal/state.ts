/** What the parts of the journal share. */
import type { Entry, Fact } from '../../core/recording/fact.ts';
import { sizeOf } from '../../core/recording/size.ts';
import type { StorageArea } from './storage.ts';
import type { TabJournal } from './tab.ts';

export interface JournalState {
  readonly storage: StorageArea;
  readonly now: () => number;
  readonly tabs: Map<number, TabJournal>;
  /** The newest number of each tab that is in the storage. */
  readonly written: Map<number, number>;
  /** What is still to be written. */
  readonly pending: Map<number, Entry[]>;
  /** Tabs whose settings are still to be written. */
  readonly touched: Set<number>;
  /** Tabs came or went since the list of them was written. */
  listChanged: boolean;
  /** Storage operations happen one after another; what fails is complained of. */
  serial(operation: () => Promise<void>): Promise<void>;
}

export function createState(storage: StorageArea, now: () => number): JournalState {
  let queue: Promise<void> = Promise.resolve();
  return {
    storage,
    now,
    tabs: new Map(),
    written: new Map(),
    pending: new Map(),
    touched: new Set(),
    listChanged: false,
    serial(operation) {
      queue = queue.then(operation).catch(complain);
      return queue;
    },
  };
}

export function putBack({ tabs, pending }: JournalState, tabId: number, entries: readonly Entry[]): void {
  if (tabs.has(tabId)) pending.set(tabId, [...entries, ...(pending.get(tabId) ?? [])]);
}

export function bytesOf(entries: readonly { readonly fact: Fact }[]): number {
  return entries.reduce((sum, { fact }) => sum + sizeOf(fact), 0);
}

export function complain(error: unknown): void {
  console.error('Crumbtrail: journal', String(error));
}
