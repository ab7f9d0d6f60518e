import type { StoredCookie } from './types.ts';

export interface ShelfEntry {
  cookie: StoredCookie;
  /** Grows with every insertion: breaks ties of time. */
  readonly order: number;
  readonly shelf: CookieShelf;
}

/** The cookies of one registrable domain, or of one in one partition; found by name when one is set. */
export class CookieShelf {
  readonly #byName = new Map<string, ShelfEntry[]>();
  readonly key: string;
  #size = 0;

  constructor(key: string) {
    this.key = key;
  }

  get size(): number {
    return this.#size;
  }

  named(name: string): readonly ShelfEntry[] {
    return this.#byName.get(name) ?? [];
  }

  *[Symbol.iterator](): Generator<ShelfEntry> {
    for (const entries of this.#byName.values()) yield* entries;
  }

  entries(): ShelfEntry[] {
    return [...this.#byName.values()].flat();
  }

  add(entry: ShelfEntry): void {
    const entries = this.#byName.get(entry.cookie.name);
    if (entries === undefined) this.#byName.set(entry.cookie.name, [entry]);
    else entries.push(entry);
    this.#size += 1;
  }

  /** False where the entry was gone already. */
  delete(entry: ShelfEntry): boolean {
    const { name } = entry.cookie;
    const entries = this.#byName.get(name);
    const index = entries?.indexOf(entry) ?? -1;
    if (entries === undefined || index === -1) return false;
    entries.splice(index, 1);
    if (entries.length === 0) this.#byName.delete(name);
    this.#size -= 1;
    return true;
  }
}
