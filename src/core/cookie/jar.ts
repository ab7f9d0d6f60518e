import { type UrlParts, urlParts } from '../site/site.ts';
import { formatCookieHeader } from './cookie-header.ts';
import { CookieShelf, inHeaderOrder, type ShelfEntry } from './cookie-shelf.ts';
import { excess, partitionExcess } from './eviction.ts';
import { type StoreLimits, storeLimits } from './limits.ts';
import { nameOfLine } from './parse-set-cookie.ts';
import { partitionOf } from './partition.ts';
import { audienceOf, isExpired, reasonsToWithhold } from './send.ts';
import { inheritsCreation, judgeSet } from './store.ts';
import type {
  Browser,
  ReadContext,
  ReadResult,
  SetContext,
  SetResult,
  StoredCookie,
  WithheldCookie,
} from './types.ts';

const nothing: ReadResult = { header: '', sent: [], withheld: [] };

/** The shelf of a site, in a partition where one is given; what is embedded in another site is apart from that site's own. */
function shelfKey(parts: UrlParts, partition: string | null): string {
  if (partition === null) return parts.site;
  return `${parts.site}\0${partition}\0${partition === parts.schemefulSite ? 'own' : 'embedded'}`;
}

const merge = (a: readonly ShelfEntry[], b: readonly ShelfEntry[]): readonly ShelfEntry[] =>
  [...a, ...b].sort(inHeaderOrder);

/**
 * A cookie store that follows one browser's rules. Time comes in with every call; nothing throws. Cookies are kept by
 * registrable domain, so that a read costs the same however many other sites there are. Source: RFC 6265bis sections 5.7, 5.8.
 */
export class CookieJar {
  readonly #browser: Browser;
  readonly #limits: StoreLimits | null;
  readonly #shelves = new Map<string, CookieShelf>();
  #order = 0;
  #unpartitioned = 0;

  constructor(options?: { readonly browser?: Browser }) {
    this.#browser = options?.browser ?? 'chromium';
    this.#limits = storeLimits[this.#browser];
  }

  /** Judges one Set-Cookie line and, where the browser would, stores it. */
  set(line: string, context: SetContext): SetResult {
    const from = urlParts(context.url);
    const named = from === null ? [] : this.#named(line, from, context);
    const result = judgeSet(
      line,
      context,
      named.map(({ cookie }) => cookie),
      this.#browser,
    );
    if (!result.stored || from === null) return result;
    const { cookie, replaced, expired } = result;
    const old = replaced === undefined ? undefined : named.find((entry) => entry.cookie === replaced);
    if (old !== undefined) this.#delete(old);
    if (expired) return result;
    const keepsPlace = old !== undefined && inheritsCreation(cookie, old.cookie, this.#browser);
    this.#order += 1;
    const shelf = this.#shelf(shelfKey(from, cookie.partitionKey));
    shelf.add({ cookie, order: keepsPlace ? old.order : this.#order, shelf });
    if (cookie.partitionKey === null) this.#unpartitioned += 1;
    this.#evict(cookie, shelf, context.now);
    return result;
  }

  /** What a request or a script gets to see, and what of the same registrable domain it does not, with the reasons. */
  read(context: ReadContext): ReadResult {
    const to = urlParts(context.url);
    if (to === null) return nothing;
    const audience = audienceOf(context, to, this.#browser);
    const own = this.#shelves.get(shelfKey(to, null))?.entries ?? [];
    const partitioned = this.#shelves.get(shelfKey(to, partitionOf(context, to)))?.entries ?? [];
    const candidates = partitioned.length === 0 ? own : merge(own, partitioned);
    const sent: StoredCookie[] = [];
    const withheld: WithheldCookie[] = [];
    for (const entry of candidates) {
      const { cookie } = entry;
      if (isExpired(cookie, context.now)) {
        this.#delete(entry);
        continue;
      }
      const reasons = reasonsToWithhold(cookie, audience);
      if (reasons.length > 0) {
        withheld.push({ cookie, reasons });
        continue;
      }
      if (cookie.lastAccess !== context.now) entry.cookie = { ...cookie, lastAccess: context.now };
      sent.push(entry.cookie);
    }
    return { header: formatCookieHeader(sent), sent, withheld };
  }

  /** Every cookie that has not expired, in order of insertion. */
  all(now: number): readonly StoredCookie[] {
    return [...this.#shelves.values()]
      .flatMap((shelf) => [...shelf.entries])
      .filter(({ cookie }) => !isExpired(cookie, now))
      .sort((a, b) => a.order - b.order)
      .map(({ cookie }) => cookie);
  }

  /** The stored cookies that a line could replace, or must leave alone. */
  #named(line: string, from: UrlParts, context: SetContext): readonly ShelfEntry[] {
    const name = nameOfLine(line);
    const plain = this.#shelves.get(shelfKey(from, null))?.named(name) ?? [];
    const partitioned = this.#shelves.get(shelfKey(from, partitionOf(context, from)))?.named(name) ?? [];
    return partitioned.length === 0 ? plain : [...plain, ...partitioned];
  }

  #shelf(key: string): CookieShelf {
    const known = this.#shelves.get(key);
    if (known !== undefined) return known;
    const shelf = new CookieShelf(key);
    this.#shelves.set(key, shelf);
    return shelf;
  }

  #delete(entry: ShelfEntry): void {
    const { cookie, shelf } = entry;
    if (!shelf.delete(entry)) return;
    if (shelf.size === 0) this.#shelves.delete(shelf.key);
    if (cookie.partitionKey === null) this.#unpartitioned -= 1;
  }

  #evict(added: StoredCookie, shelf: CookieShelf, now: number): void {
    const limits = this.#limits;
    if (limits === null) return;
    if (added.partitionKey !== null) {
      for (const entry of partitionExcess(this.#unexpired(shelf, now), limits.perPartition))
        this.#delete(entry);
      return;
    }
    if (shelf.size > limits.perGroup.max) {
      const group = this.#unexpired(shelf, now).filter(
        ({ cookie }) => limits.group === 'registrable-domain' || cookie.domain === added.domain,
      );
      for (const entry of excess(group, limits.perGroup)) this.#delete(entry);
    }
    if (this.#unpartitioned <= limits.total.max) return;
    const everything = [...this.#shelves.values()]
      .flatMap((one) => this.#unexpired(one, now))
      .filter(({ cookie }) => cookie.partitionKey === null);
    for (const entry of excess(everything, limits.total)) this.#delete(entry);
  }

  /** A shelf's entries, those that have expired thrown away. */
  #unexpired(shelf: CookieShelf, now: number): readonly ShelfEntry[] {
    return shelf.entries.filter((entry) => {
      if (!isExpired(entry.cookie, now)) return true;
      this.#delete(entry);
      return false;
    });
  }
}
