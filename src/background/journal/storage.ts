/** Where the parts of a journal are kept in `storage.session`, and as what. */
import type { Entry } from '../../core/recording/fact.ts';
import type { TabJournal } from './tab.ts';

export interface StorageArea {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export const TABS_KEY = 'tabs';
export const metaKey = (tabId: number) => `tab/${tabId}`;
export const chunkKey = ({ tabId, epoch }: TabJournal, chunk: number) => `facts/${tabId}/${epoch}/${chunk}`;

export function chunkKeys(tab: TabJournal, from: number, to: number): string[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => chunkKey(tab, from + index));
}

/** @param seq the newest number that is written with it. */
export function metaOf(tab: TabJournal, seq: number): string {
  return JSON.stringify({ ...tab, seq });
}

/*
 * Everything is stored as JSON text. Measured in Chromium 156: 1,000 facts as objects take 1,000 ms to set and three
 * times their size from the quota; as one text 10 ms and their size. Text also keeps lone surrogates.
 */
export function decodeEntries(text: unknown): Entry[] {
  const data = decode(text);
  return Array.isArray(data) ? data : [];
}

export function decodeMeta(text: unknown): TabJournal | null {
  const data = decode(text);
  return typeof data === 'object' && data !== null && 'tabId' in data ? (data as TabJournal) : null;
}

function decode(text: unknown): unknown {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
