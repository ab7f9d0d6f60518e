import { compareForHeader } from './send.ts';
import type { StoredCookie } from './types.ts';

export interface ShelfEntry {
  cookie: StoredCookie;
  /** As it stands in a Cookie header. */
  readonly pair: string;
  /** Grows with every insertion: breaks ties of time. */
  readonly order: number;
  readonly shelf: CookieShelf;
}

export const inHeaderOrder = (a: ShelfEntry, b: ShelfEntry): number =>
  compareForHeader(a.cookie, b.cookie) || a.order - b.order;

/**
 * The cookies of one registrable domain, or of one in one partition: found by name when one is set, and kept in the
 * order of a Cookie header, so that reading needs no sorting.
 */
export class CookieShelf {
  readonly site: string;
  readonly #byName = new Map<string, ShelfEntry[]>();
  #entries: ShelfEntry[] = [];

  constructor(site: string) {
    this.site = site;
  }

  get size(): number {
    return this.#entries.length;
  }

  named(name: string): readonly ShelfEntry[] {
    return this.#byName.get(name) ?? [];
  }

  /** In the order of a header. Adding and deleting makes a new list: one that is held stays as it is. */
  get entries(): readonly ShelfEntry[] {
    return this.#entries;
  }

  add(entry: ShelfEntry): void {
    const { name } = entry.cookie;
    this.#byName.set(name, [...this.named(name), entry]);
    const after = this.#entries.findIndex((other) => inHeaderOrder(entry, other) < 0);
    const at = after === -1 ? this.#entries.length : after;
    this.#entries = [...this.#entries.slice(0, at), entry, ...this.#entries.slice(at)];
  }

  /** False where the entry was gone already. */
  delete(entry: ShelfEntry): boolean {
    const { name } = entry.cookie;
    const left = this.#entries.filter((other) => other !== entry);
    if (left.length === this.#entries.length) return false;
    this.#entries = left;
    const named = this.named(name).filter((other) => other !== entry);
    if (named.length === 0) this.#byName.delete(name);
    else this.#byName.set(name, named);
    return true;
  }
}
