/** Pages and frames of a recording, and which of them a request belongs to. */
import type { HarEntry } from './entry.ts';
import { originOf } from './initiator.ts';
import { headerOf } from './resource-type.ts';

export interface HarDocument {
  readonly id: string;
  readonly frameId: number;
  readonly parent: HarDocument | null;
  readonly url: string;
}

/** A page with the frames in it. */
export interface Generation {
  readonly top: HarDocument;
  /** Registrable domain, or host. */
  readonly site: string;
  readonly at: number;
  /** By URL. */
  readonly documents: Map<string, HarDocument>;
  /** null: several of one origin. */
  readonly byOrigin: Map<string, HarDocument | null>;
  /** Playwright's name of the frame. */
  readonly byFrameref: Map<string, HarDocument>;
}

/** A tab of the browser, or a proxy's view of all of them. */
export interface Tab {
  readonly frameId: number;
  /** Playwright's name of the page's own frame. */
  mainFrameref: string;
  current: Generation | null;
  previous: Generation | null;
}

export function createTab(frameId: number): Tab {
  return { frameId, mainFrameref: '', current: null, previous: null };
}

export function openPage(
  tab: Tab,
  top: HarDocument,
  { site, at, frameref }: Pick<HarEntry, 'site' | 'at' | 'frameref'>,
): Generation {
  const generation: Generation = {
    top,
    site,
    at,
    documents: new Map(),
    byOrigin: new Map(),
    byFrameref: new Map(),
  };
  tab.previous = tab.current;
  tab.current = generation;
  addDocument(generation, top, frameref);
  return generation;
}

/** More frames than this in one page are not told apart. */
const MAX_DOCUMENTS = 1000;

export function addDocument(generation: Generation, document: HarDocument, frameref: string): void {
  if (generation.documents.size >= MAX_DOCUMENTS) return;
  generation.documents.set(document.url, document);
  const origin = originOf(document.url) ?? '';
  generation.byOrigin.set(origin, generation.byOrigin.has(origin) ? null : document);
  if (frameref !== '') generation.byFrameref.set(frameref, document);
}

/** The document that asked: by the frame's name, by its URL in Referer, by its origin; null where none is named. */
export function askingDocument(tab: Tab, entry: HarEntry, isFrameLoad: boolean): HarDocument | null {
  const { current, previous } = tab;
  if (current === null) return null;
  if (!isFrameLoad && entry.frameref !== '') {
    const named = current.byFrameref.get(entry.frameref);
    // The old page's last requests are named like the new page's first ones.
    if (named !== undefined && !isOfPrevious(tab, entry)) return named;
  }
  const referrer = headerOf(entry.requestHeaders, 'referer');
  for (const url of [referrer, entry.parser]) {
    const byUrl = current.documents.get(url) ?? previous?.documents.get(url);
    if (byUrl !== undefined) return byUrl;
  }
  const origin = originOf(referrer);
  return origin === null ? null : (current.byOrigin.get(origin) ?? null);
}

function isOfPrevious({ current, previous }: Tab, entry: HarEntry): boolean {
  const referrer = headerOf(entry.requestHeaders, 'referer');
  return !!previous?.documents.has(referrer) && !current?.documents.has(referrer);
}
