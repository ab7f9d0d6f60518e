/** Each chain of requests its place: page, frame, or part of one. */
import type { ResourceType } from '../fact.ts';
import { siteOf } from '../sites.ts';
import type { Chain } from './chains.ts';
import {
  addDocument,
  askingDocument,
  createTab,
  type Generation,
  type HarDocument,
  openPage,
  type Tab,
} from './documents.ts';
import type { HarEntry } from './entry.ts';
import { originOf } from './initiator.ts';
import type { HarLog, HarPage } from './read-log.ts';
import { type HarType, headerOf, typeOf } from './resource-type.ts';

export interface PlacedChain extends Chain {
  readonly type: ResourceType;
  /** The document it comes from; null where the file does not show it. */
  readonly owner: HarDocument | null;
  /** The document its last response is. */
  readonly document: HarDocument | null;
}

export interface Placed {
  readonly chains: readonly PlacedChain[];
  /** Pages that only the file's list of pages tells of: their load is not recorded. */
  readonly found: readonly { readonly at: number; readonly document: HarDocument }[];
}

/** Frames of a page are loaded within this time, where nothing tells a frame from the next page. */
const FRAMES_WITHIN_MS = 10_000;

export function placeChains(log: HarLog, chains: readonly Chain[]): Placed {
  const places = new Places(log, chains);
  return { chains: chains.map((chain) => places.place(chain)), found: places.found };
}

class Places {
  readonly found: { at: number; document: HarDocument }[] = [];
  readonly #log: HarLog;
  readonly #pages: ReadonlyMap<string, HarPage>;
  /** Playwright records several tabs, and names each in `pageref`; elsewhere that is one load of the one tab. */
  readonly #manyTabs: boolean;
  /** A proxy sees all tabs and other programs at once: order tells nothing of who asked. */
  readonly #isProxy: boolean;
  readonly #tabs = new Map<string, Tab>();
  readonly #byPageref = new Map<string, Generation>();
  readonly #bySite = new Map<string, Generation>();
  #frameIds: number;
  #documents = 0;

  constructor(log: HarLog, chains: readonly Chain[]) {
    this.#log = log;
    this.#pages = new Map(log.pages.map((page) => [page.id, page]));
    const hops = chains.flatMap((chain) => chain.hops);
    this.#manyTabs = log.producer === 'playwright' || hops.some(({ frameref }) => frameref !== '');
    this.#isProxy = log.producer === 'other' && !hops.some(({ pageref }) => pageref !== '');
    const tabs = new Set(hops.map((hop) => this.#tabNameOf(hop)));
    const isOneTab = tabs.size === 1 && !this.#isProxy && !hops.some(({ frameless }) => frameless);
    // Frame 0 is the page itself, where there is but one.
    this.#frameIds = isOneTab ? 0 : 1;
  }

  place(chain: Chain): PlacedChain {
    const { hops } = chain;
    const [first] = hops;
    const last = hops.at(-1);
    if (first === undefined || last === undefined || first.frameless)
      return { hops, type: plain(typeOf(chain)), owner: null, document: null };
    const tab = this.#tabOf(first);
    const type = this.#resolve(tab, chain, first);
    if (type === 'main_frame') {
      const document = isDocument(last) ? this.#openPage(tab, last) : null;
      return { hops, type, owner: null, document };
    }
    const owner = this.#ownerOf(tab, first, type === 'sub_frame');
    if (type !== 'sub_frame' || !isDocument(last)) return { hops, type, owner, document: null };
    const document = this.#document(this.#nextFrame(), owner, last.url);
    if (tab.current !== null) addDocument(tab.current, document, last.frameref);
    return { hops, type, owner, document };
  }

  #tabNameOf(entry: HarEntry): string {
    return this.#manyTabs ? entry.pageref : '';
  }

  #tabOf(entry: HarEntry): Tab {
    const name = this.#tabNameOf(entry);
    let tab = this.#tabs.get(name);
    if (tab === undefined) {
      tab = createTab(this.#nextFrame());
      this.#tabs.set(name, tab);
    }
    if (tab.current === null) this.#findPage(tab, entry);
    return tab;
  }

  #nextFrame(): number {
    return this.#frameIds++;
  }

  #document(frameId: number, parent: HarDocument | null, url: string): HarDocument {
    this.#documents += 1;
    return { id: `har-document-${this.#documents}`, frameId, parent, url };
  }

  #openPage(tab: Tab, entry: HarEntry): HarDocument {
    const { url, frameref, pageref, site } = entry;
    // A proxy's pages live side by side.
    const frameId = this.#isProxy ? this.#nextFrame() : tab.frameId;
    const document = this.#document(frameId, null, url);
    const generation = openPage(tab, document, entry);
    if (tab.mainFrameref === '') tab.mainFrameref = frameref;
    if (!this.#manyTabs && pageref !== '') this.#byPageref.set(pageref, generation);
    this.#bySite.set(site, generation);
    return document;
  }

  /** A recording that begins in the middle of a page: Chrome and Safari give the page's URL as its title. */
  #findPage(tab: Tab, entry: HarEntry): void {
    const page = this.#pages.get(entry.pageref);
    const url = originOf(page?.title ?? '') === null ? '' : (page?.title.split('#', 1)[0] ?? '');
    if (url === '' || this.#manyTabs || url === entry.url) return;
    const type = headerOf(entry.requestHeaders, 'sec-fetch-dest');
    if (type === 'document' || entry.resourceType === 'document') return;
    const document = this.#document(tab.frameId, null, url);
    openPage(tab, document, { site: siteOf(url), at: entry.at, frameref: '' });
    this.found.push({ at: Math.min(page?.at ?? entry.at, entry.at), document });
  }

  #resolve(tab: Tab, chain: Chain, first: HarEntry): ResourceType {
    const type = typeOf(chain);
    if (type === 'page') return 'main_frame';
    if (type === 'frame') return 'sub_frame';
    if (type === 'document') return this.#isFrame(tab, first) ? 'sub_frame' : 'main_frame';
    if (type !== null) return type;
    return tab.current === null ? 'main_frame' : 'other';
  }

  /** Without Sec-Fetch-Dest, which plain HTTP and older browsers lack. */
  #isFrame(tab: Tab, entry: HarEntry): boolean {
    const { current } = tab;
    if (current === null) return false;
    if (entry.frameref !== '') return tab.mainFrameref !== '' && entry.frameref !== tab.mainFrameref;
    // Chrome begins a new page with each load of one.
    if (this.#log.producer === 'chrome' && entry.pageref !== '') return this.#byPageref.has(entry.pageref);
    const referrer = headerOf(entry.requestHeaders, 'referer');
    const soon = entry.at - current.at < FRAMES_WITHIN_MS;
    const isOfOther = originOf(referrer) !== null && originOf(current.top.url) !== entry.origin;
    return entry.method === 'GET' && soon && isOfOther && entry.site !== current.site;
  }

  #ownerOf(tab: Tab, entry: HarEntry, isFrameLoad: boolean): HarDocument | null {
    const asking = askingDocument(tab, entry, isFrameLoad);
    if (asking !== null) return asking;
    const own = this.#byPageref.get(entry.pageref)?.top;
    if (own !== undefined) return own;
    const { current } = tab;
    if (!this.#isProxy || current === null) return current?.top ?? null;
    return this.#guessOwner(current, entry);
  }

  /** Of a proxy's file: what names no page of the recording belongs to its own site's page, or to none. */
  #guessOwner(current: Generation, entry: HarEntry): HarDocument | null {
    if (headerOf(entry.requestHeaders, 'referer') !== '') return null;
    const ofSite = this.#bySite.get(entry.site)?.top;
    const site = headerOf(entry.requestHeaders, 'sec-fetch-site');
    if (site === 'cross-site') return current.top;
    return ofSite ?? null;
  }
}

/** Whether the response replaces the document: a redirect, an empty answer and no answer do not. */
function isDocument({ status, redirectsTo }: HarEntry): boolean {
  return status !== 0 && status !== 204 && status !== 205 && redirectsTo === '';
}

function plain(type: HarType | null): ResourceType {
  if (type === 'page' || type === 'document') return 'xmlhttprequest';
  return type === 'frame' || type === null ? 'other' : type;
}
