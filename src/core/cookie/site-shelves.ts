import type { UrlParts } from '../site/site.ts';
import { CookieShelf } from './cookie-shelf.ts';
import { partitionOf } from './partition.ts';
import type { SetContext, StoredCookie } from './types.ts';

/** The cookies of one site: those in no partition, and those in each. */
export class SiteShelves {
  readonly own: CookieShelf;
  readonly #site: string;
  readonly #partitions = new Map<string, CookieShelf>();

  constructor(site: string) {
    this.#site = site;
    this.own = new CookieShelf(site);
  }

  all(): readonly CookieShelf[] {
    return [this.own, ...this.#partitions.values()];
  }

  /** The shelf of the partition that an access sees, where there is one. */
  partition(parts: UrlParts, context: SetContext): CookieShelf | undefined {
    return this.#partitions.size === 0
      ? undefined
      : this.#partitions.get(partitionShelf(parts, partitionOf(context, parts)));
  }

  /** The shelf where a cookie from this URL belongs. */
  shelfFor({ partitionKey }: StoredCookie, from: UrlParts): CookieShelf {
    if (partitionKey === null) return this.own;
    const key = partitionShelf(from, partitionKey);
    const known = this.#partitions.get(key);
    if (known !== undefined) return known;
    const shelf = new CookieShelf(this.#site);
    this.#partitions.set(key, shelf);
    return shelf;
  }

  /** Forgets an empty shelf. True where nothing is left of the site. */
  drop(shelf: CookieShelf): boolean {
    for (const [key, one] of this.#partitions) if (one === shelf) this.#partitions.delete(key);
    return this.#partitions.size === 0 && this.own.size === 0;
  }
}

/** What is embedded in another site is apart from that site's own: only a loopback host over two schemes can be both. */
function partitionShelf({ schemefulSite }: UrlParts, partition: string): string {
  return `${partition}\0${partition === schemefulSite ? 'own' : 'embedded'}`;
}
