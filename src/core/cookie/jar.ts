import { type UrlParts, urlParts } from '../site/site.ts';
import { cookiePair, withPair } from './cookie-header.ts';
import { type CookieShelf, inHeaderOrder, type ShelfEntry } from './cookie-shelf.ts';
import { excess, partitionExcess } from './eviction.ts';
import { type StoreLimits, storeLimits } from './limits.ts';
import { nameOfLine } from './parse-set-cookie.ts';
import { audienceOf, isExpired, reasonsToWithhold } from './send.ts';
import { SiteShelves } from './site-shelves.ts';
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

const nothing = (): ReadResult => ({ header: '', sent: [], withheld: [] });

const merge = (a: readonly ShelfEntry[], b: readonly ShelfEntry[]): readonly ShelfEntry[] =>
  [...a, ...b].sort(inHeaderOrder);

/**
 * A cookie store that follows one browser's rules. Time comes in with every call; nothing throws. Cookies are kept by
 * registrable domain, so that a read costs the same however many other sites there are. Source: RFC 6265bis sections 5.7, 5.8.
 */
export class CookieJar {
  readonly #browser: Browser;
  readonly #limits: StoreLimits | null;
  /** By registrable domain, or by host where there is none. */
  readonly #sites = new Map<string, SiteShelves>();
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
    const shelf = this.#site(from).shelfFor(cookie, from);
    shelf.add({ cookie, pair: cookiePair(cookie), order: keepsPlace ? old.order : this.#order, shelf });
    if (cookie.partitionKey === null) this.#unpartitioned += 1;
    this.#evict(cookie, shelf, context.now);
    return result;
  }

  /** What a request or a script gets to see, and what of the same registrable domain it does not, with the reasons. */
  read(context: ReadContext): ReadResult {
    const to = urlParts(context.url);
    if (to === null) return nothing();
    const site = this.#sites.get(to.site);
    if (site === undefined) return nothing();
    const audience = audienceOf(context, to, this.#browser);
    const partitioned = site.partition(to, context)?.entries ?? [];
    const candidates = partitioned.length === 0 ? site.own.entries : merge(site.own.entries, partitioned);
    let header = '';
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
      header = withPair(header, entry.pair);
    }
    return { header, sent, withheld };
  }

  /** Every cookie that has not expired, in order of insertion. */
  all(now: number): readonly StoredCookie[] {
    return this.#shelves()
      .flatMap((shelf) => [...shelf.entries])
      .filter(({ cookie }) => !isExpired(cookie, now))
      .sort((a, b) => a.order - b.order)
      .map(({ cookie }) => cookie);
  }

  /** The stored cookies that a line could replace, or must leave alone. */
  #named(line: string, from: UrlParts, context: SetContext): readonly ShelfEntry[] {
    const site = this.#sites.get(from.site);
    if (site === undefined) return [];
    const name = nameOfLine(line, this.#browser);
    const partitioned = site.partition(from, context)?.named(name) ?? [];
    return partitioned.length === 0 ? site.own.named(name) : [...site.own.named(name), ...partitioned];
  }

  #site({ site }: UrlParts): SiteShelves {
    const known = this.#sites.get(site);
    if (known !== undefined) return known;
    const made = new SiteShelves(site);
    this.#sites.set(site, made);
    return made;
  }

  #shelves(): readonly CookieShelf[] {
    return [...this.#sites.values()].flatMap((site) => site.all());
  }

  #delete(entry: ShelfEntry): void {
    const { cookie, shelf } = entry;
    if (!shelf.delete(entry)) return;
    if (cookie.partitionKey === null) this.#unpartitioned -= 1;
    if (shelf.size > 0) return;
    const site = this.#sites.get(shelf.site);
    if (site?.drop(shelf)) this.#sites.delete(shelf.site);
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
    const everything = this.#shelves()
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
