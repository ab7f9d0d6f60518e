/**
 * What is known about one tab (or one HAR file), derived from facts by `reduce` alone.
 *
 * It is changed in place: the cost of a fact is O(1) in the size of the recording, and worker and panel each
 * hold one. Readers treat it as read-only.
 */
import type { Attribute, Browser, ParseResult, SameSiteContexts, SetResult } from '../cookie/types.ts';
import type { BoundedCache } from '../site/bounded-cache.ts';
import type {
  BodyFields,
  BrowserCookie,
  CookieChangeCause,
  Dropped,
  EditKind,
  FrameState,
  Header,
  RecordedReplay,
  ResourceType,
  ScriptWrite,
  SeenItem,
} from './fact.ts';

declare const brand: unique symbol;
/** Identity of a cookie within a tab's store: partition, domain, host-only, path, name. */
export type CookieKey = string & { readonly [brand]: 'CookieKey' };
/** `requestId/hop`. */
export type RequestKey = string & { readonly [brand]: 'RequestKey' };
/** `requestId/hop#index`. */
export type SetCookieKey = string & { readonly [brand]: 'SetCookieKey' };
/** The number of the fact that told of it. */
export type ScriptWriteKey = number & { readonly [brand]: 'ScriptWriteKey' };
/** Registrable domain, or the host itself where it has none. */
export type Site = string & { readonly [brand]: 'Site' };

export type Party = 'first' | 'third';

export interface Recording {
  browser: Browser;
  storeId: string;
  incognito: boolean;
  fingerprintKey: string;
  /** When the first and the newest fact happened; 0 before any. */
  startedAt: number;
  lastAt: number;
  lastSeq: number;
  facts: number;
  /** Present frames by frameId; 0 is the page. */
  readonly frames: Map<number, FrameState>;
  /** Documents of the page by documentId, newest last, bounded. */
  readonly documents: Map<string, FrameState>;
  /** Sites the tab has had to do with, and how. */
  readonly sites: Map<Site, SiteEntry>;
  /** In order of their beginning. */
  readonly requests: Map<RequestKey, RequestEntry>;
  /** Every Set-Cookie line, in order. */
  readonly setCookies: Map<SetCookieKey, SetCookieEntry>;
  /** Cookies that are there, and those that were. */
  readonly cookies: Map<CookieKey, CookieEntry>;
  readonly moments: Moment[];
  /** Questions whether an old session ID still works, oldest first, bounded. */
  readonly replays: RecordedReplay[];
  /** Items of web storage by origin, area and key. */
  readonly webStorage: Map<string, SeenItem>;
  /** What scripts wrote or tried to, while they were watched, oldest first, bounded. */
  readonly scriptWrites: Map<ScriptWriteKey, ScriptWriteEntry>;
  /** Script writes that are known of by number alone. */
  scriptWritesLost: number;
  dropped: Dropped;
  /** The last reading of the cookie store; null: never read. */
  jarReadAt: number | null;
  /** Book-keeping of the reducer. */
  readonly index: RecordingIndex;
}

/** Look-ups that make a fact's cost independent of the recording's size. */
export interface RecordingIndex {
  /** Newest hop of each request. */
  readonly newestHop: Map<string, RequestEntry>;
  readonly cookiesByName: Map<string, Set<CookieEntry>>;
  /** Cookie headers that were read: the parts of a page send the very ones that the page did. */
  readonly cookieHeaders: BoundedCache<readonly Attribute[]>;
  /** Set-Cookies neither confirmed nor contradicted yet, by identity, newest last. */
  readonly unconfirmed: Map<CookieKey, SetCookieEntry[]>;
  /** Set-Cookies predicted to be refused and not settled yet, by name. */
  readonly refused: Map<string, SetCookieEntry[]>;
  /** Script writes that the store has not borne out yet, by name, newest last. */
  readonly scriptClaims: Map<string, ScriptWriteEntry[]>;
  /** What the extension said it would write and the store has not told of yet, oldest first. */
  readonly edits: Map<CookieKey, PendingEdit[]>;
  /** Removals by `overwrite` whose second half has not come yet. */
  readonly overwriting: Map<CookieKey, BrowserCookie>;
  /** Sites whose cookies were read from the store: one found later is new. */
  readonly sitesRead: Set<Site>;
}

export interface SiteEntry {
  readonly site: Site;
  /** Seen as the page's own site. */
  topLevel: boolean;
  https: boolean;
  http: boolean;
  readonly firstSeen: number;
}

export interface RequestEntry {
  readonly key: RequestKey;
  readonly requestId: string;
  /** 0 for the first URL, one more for each redirect or authentication retry. */
  readonly hop: number;
  readonly seq: number;
  readonly at: number;
  readonly url: string;
  readonly host: string;
  readonly site: Site;
  readonly method: string;
  readonly type: ResourceType;
  readonly frameId: number;
  readonly documentId: string | null;
  readonly initiator: string | null;
  readonly attributed: boolean;
  readonly lifecycle: 'active' | 'prerender' | 'cached' | 'pending_deletion';
  /** URL of the page the request belongs to; for a page load, its own. */
  readonly topLevelUrl: string;
  readonly topLevelSite: Site;
  readonly party: Party;
  /** For cookies the request sends, and for those its response sets. */
  readonly requestContext: SameSiteContexts;
  readonly responseContext: SameSiteContexts;
  readonly hasCrossSiteAncestor: boolean;
  fields: BodyFields | null;
  /** Whether the request's own headers were seen: without, what it sent is unknown. */
  headersSeen: boolean;
  cookieHeader: string | null;
  /** Octets of the Cookie header's value. */
  cookieBytes: number;
  sent: readonly SentCookie[];
  requestHeaders: readonly Header[];
  status: number | null;
  respondedAt: number | null;
  responseHeaders: readonly Header[];
  fromCache: boolean;
  error: string | null;
  setCookies: readonly SetCookieEntry[];
  /** Octets of all Set-Cookie lines. */
  setCookieBytes: number;
}

/** One name=value of a Cookie header, and the cookie it can only have been (null: unknown or ambiguous). */
export interface SentCookie {
  readonly name: string;
  readonly value: string;
  readonly cookie: CookieKey | null;
}

/** true: the store shows it; false: the store contradicts; null: only predicted so far. */
export type Confirmation = boolean | null;

export interface SetCookieEntry {
  readonly key: SetCookieKey;
  readonly request: RequestEntry;
  /** Place among the response's lines. */
  readonly index: number;
  readonly at: number;
  /** As received, without the `Set-Cookie:` name. */
  readonly line: string;
  readonly parsed: ParseResult;
  /** What the engine says the browser does with it. */
  readonly predicted: SetResult;
  /** Identity of the cookie it is about; null where no line can name one. */
  readonly cookie: CookieKey | null;
  confirmed: Confirmation;
}

/** A script's write as the engine judges it. */
export interface ScriptWriteEntry extends ScriptWrite {
  readonly key: ScriptWriteKey;
  readonly at: number;
  /** Of the document whose cookies it writes: a frame without an address of its own has its maker's. */
  readonly documentUrl: string;
  readonly site: Site;
  readonly party: Party;
  readonly parsed: ParseResult;
  readonly predicted: SetResult;
  /** Identity of the cookie it is about; null where no line can name one. */
  readonly cookie: CookieKey | null;
  confirmed: Confirmation;
}

export interface PendingEdit {
  readonly at: number;
  readonly by: EditKind;
  /** null: it is removed. */
  readonly value: string | null;
}

export type GuardKind = 'protect' | 'block';

export type Writer =
  | { readonly kind: 'response'; readonly setCookie: SetCookieKey }
  /** A script that was seen to write it, and the store shows what it wrote. */
  | { readonly kind: 'script'; readonly write: ScriptWriteKey }
  /** Nothing that was seen explains it: script in a page, or an extension. */
  | { readonly kind: 'script-or-extension' }
  /** The person who looks at the recording, with this extension. */
  | { readonly kind: 'person'; readonly step: Exclude<EditKind, GuardKind> }
  /** This extension, which the person told to watch over the cookie. */
  | { readonly kind: 'guard'; readonly guard: GuardKind }
  /** Already there when first looked at. */
  | { readonly kind: 'before' }
  | { readonly kind: 'browser' };

export type CookieEvent =
  | { readonly kind: 'seen'; readonly at: number; readonly after: BrowserCookie; readonly by: Writer }
  | { readonly kind: 'created'; readonly at: number; readonly after: BrowserCookie; readonly by: Writer }
  | {
      readonly kind: 'changed';
      readonly at: number;
      readonly before: BrowserCookie;
      readonly after: BrowserCookie;
      readonly by: Writer;
    }
  /** Written again with the same value and attributes but another expiry, or none other at all. */
  | { readonly kind: 'renewed'; readonly at: number; readonly after: BrowserCookie; readonly by: Writer }
  | { readonly kind: 'rejected'; readonly at: number; readonly setCookie: SetCookieKey }
  | {
      readonly kind: 'rejected';
      readonly at: number;
      readonly script: ScriptWriteKey;
      /** The same attempt again and again stands here once. */
      readonly times: number;
    }
  | {
      readonly kind: 'gone';
      readonly at: number;
      readonly cause: CookieChangeCause | 'absent';
      readonly by: Writer;
    };

export interface CookieEntry {
  readonly key: CookieKey;
  readonly site: Site;
  /** As it is, or as it last was; a cookie only ever rejected has none. */
  cookie: BrowserCookie;
  /** false: gone, or never stored. */
  present: boolean;
  readonly firstSeen: number;
  changedAt: number;
  /** Oldest first, bounded; `forgotten` counts what fell off. */
  readonly history: CookieEvent[];
  forgotten: number;
  /** How often a writer was found only after the store had told of the write. */
  explainedLater: number;
  /** Requests that sent it. */
  requests: number;
  lastSent: number | null;
  /** Page sites under which it was set or sent: `first` where that is its own. */
  readonly parties: Set<Party>;
  /** Newest last, bounded. */
  readonly setBy: SetCookieKey[];
  readonly sentBy: RequestKey[];
  /** As it was last sent. */
  pair?: SentCookie;
}

/** A point on the recording's time axis that concerns no single cookie. */
export type Moment =
  | { readonly kind: 'navigation'; readonly at: number; readonly url: string }
  | { readonly kind: 'page-done'; readonly at: number; readonly url: string }
  | {
      readonly kind: 'mark';
      readonly at: number;
      readonly mark: 'login' | 'logout' | 'note';
      readonly text: string;
    }
  | { readonly kind: 'gap'; readonly at: number; readonly since: number; readonly reason: string }
  | { readonly kind: 'cut'; readonly at: number; readonly reason: string };
