/** `storage.session` in memory: asynchronous, counts its octets, and fails when told to. */
import type { StorageArea } from '../../src/background/journal/journal.ts';

export interface MemoryStorage extends StorageArea {
  readonly data: Map<string, unknown>;
  /** Keys of each write, in order. */
  readonly writes: string[][];
  /** What the next writes reject with; null: they succeed. */
  failing: string | null;
  /** Octets; writes beyond are rejected as Chromium does. */
  quota: number;
  octets(): number;
  /** Calls `run` inside the next write, before it is done. */
  during(run: () => void): void;
}

export function memoryStorage(): MemoryStorage {
  const data = new Map<string, unknown>();
  let hook: (() => void) | null = null;
  const sizeOf = (key: string, value: unknown) => key.length + JSON.stringify(value).length;
  const storage: MemoryStorage = {
    data,
    writes: [],
    failing: null,
    quota: Number.POSITIVE_INFINITY,
    octets: () => [...data].reduce((sum, [key, value]) => sum + sizeOf(key, value), 0),
    during(run) {
      hook = run;
    },
    async get(keys) {
      await Promise.resolve();
      return Object.fromEntries(
        [keys].flat().flatMap((key) => (data.has(key) ? [[key, structuredClone(data.get(key))]] : [])),
      );
    },
    async set(items) {
      const copy = structuredClone(items);
      await Promise.resolve();
      hook?.();
      hook = null;
      await Promise.resolve();
      if (storage.failing !== null) throw new Error(storage.failing);
      const others = [...data].filter(([key]) => !(key in copy));
      const total = [...others, ...Object.entries(copy)].reduce(
        (sum, [key, value]) => sum + sizeOf(key, value),
        0,
      );
      if (total > storage.quota)
        throw new Error('Session storage quota bytes exceeded. Values were not stored.');
      storage.writes.push(Object.keys(copy));
      for (const [key, value] of Object.entries(copy)) data.set(key, value);
    },
    async remove(keys) {
      await Promise.resolve();
      for (const key of keys) data.delete(key);
    },
  };
  return storage;
}
