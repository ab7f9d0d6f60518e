/**
 * A fact is what a source said happened: plain JSON, normalised once (header names lower case, Set-Cookie lines
 * apart), never interpreted. Everything else — verdicts, histories, findings — is derived from facts.
 *
 * Cookie values are in facts because the panel must show them; values of body fields never are.
 */
import type { SameSite } from '../cookie/types.ts';

/** The browser's resource types, as webRequest names them; `other` for what it does not say. */
export type ResourceType =
  | 'main_frame'
  | 'sub_frame'
  | 'stylesheet'
  | 'script'
  | 'image'
  | 'font'
  | 'object'
  | 'xmlhttprequest'
  | 'ping'
  | 'csp_report'
  | 'media'
  | 'websocket'
  | 'other';

export interface Header {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
}

/** What every event of one request repeats, so that whichever comes first is enough to begin with. */
export interface RequestBasics {
  /** The same through redirects and authentication retries; unique within a recording. */
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly type: ResourceType;
  /** 0: the page itself; -1: no frame (service worker). */
  readonly frameId: number;
  /** For a frame's own load: the frame around it. */
  readonly parentFrameId?: number;
  readonly documentId?: string;
  /** Origin or URL of who asked; `'null'` for an opaque origin; absent: the person (address bar, bookmark). */
  readonly initiator?: string;
  /** Not the active page: prerendered, or kept in the back/forward cache. */
  readonly lifecycle?: 'prerender' | 'cached' | 'pending_deletion';
  /** The browser named no tab (service worker, prefetch); the tab was told by initiator or document. */
  readonly attributed?: true;
}

/** Names of a request body's fields. Only names are read, and the body is dropped at once. */
export interface BodyFields {
  readonly format: 'form' | 'multipart' | 'json' | 'graphql' | 'unknown';
  /** Nested JSON keys joined by dots. Bounded in number and length. */
  readonly names: readonly string[];
}

/** A cookie as the browser's own store shows it. */
export interface BrowserCookie {
  readonly name: string;
  readonly value: string;
  /** Lower case, no leading dot. */
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: SameSite;
  /** Epoch milliseconds; null: until the browser session ends. */
  readonly expires: number | null;
  /** Schemeful site of the partition, null: unpartitioned. */
  readonly partitionKey: string | null;
  readonly hasCrossSiteAncestor?: boolean;
  /** Firefox with first-party isolation: the first-party domain. */
  readonly firstPartyDomain?: string;
  /** Known from a Cookie header alone (a HAR file): all but name and value is assumed, in the cookie's favour. */
  readonly assumed?: true;
}

export type CookieChangeCause =
  | 'explicit'
  | 'overwrite'
  | 'expired'
  | 'evicted'
  | 'expired_overwrite'
  | 'unknown';

/** What a person does to cookies with this extension, and what its guards do for them. */
export type EditKind = 'add' | 'edit' | 'delete' | 'import' | 'undo' | 'redo' | 'protect' | 'block';

export type Fact =
  | {
      /** The recording of a tab begins. */
      readonly kind: 'tab';
      readonly at: number;
      readonly browser: 'chromium' | 'firefox';
      readonly storeId: string;
      readonly incognito: boolean;
      /** 16 random octets as hex: the key of this recording's fingerprints. */
      readonly fingerprintKey: string;
    }
  | {
      /** A document was committed to a frame (or its URL changed without a load). */
      readonly kind: 'navigation';
      readonly at: number;
      readonly frameId: number;
      /** -1 for the top frame. */
      readonly parentFrameId: number;
      readonly documentId?: string;
      readonly parentDocumentId?: string;
      readonly url: string;
      readonly sameDocument?: true;
      /** It was there already when somebody first looked. */
      readonly found?: true;
      readonly lifecycle?: 'prerender' | 'cached' | 'pending_deletion';
    }
  | { readonly kind: 'page-done'; readonly at: number; readonly frameId: number; readonly url: string }
  | (RequestBasics & { readonly kind: 'body'; readonly at: number; readonly fields: BodyFields })
  | (RequestBasics & {
      readonly kind: 'sent';
      readonly at: number;
      /** The Cookie header as it left; null: none was sent. */
      readonly cookie: string | null;
      /** Selected request headers (`headers.ts`); secrets in them are cut to their scheme. */
      readonly headers: readonly Header[];
    })
  | (RequestBasics & {
      readonly kind: 'response';
      readonly at: number;
      readonly status: number;
      /** One entry a line, never split at commas. */
      readonly setCookies: readonly string[];
      readonly headers: readonly Header[];
      readonly fromCache?: true;
    })
  | { readonly kind: 'failed'; readonly at: number; readonly requestId: string; readonly error: string }
  | {
      /** The cookie store changed. An update comes as two: removed by `overwrite`, then added by `explicit`. */
      readonly kind: 'cookie';
      readonly at: number;
      readonly removed: boolean;
      readonly cause: CookieChangeCause;
      readonly cookie: BrowserCookie;
    }
  | {
      /**
       * The cookie store was read for these registrable domains. Only differences to what the recording
       * already holds are listed: cookies that are new or other, and keys of those no longer there.
       * No sites: there is no store (a HAR file), but a request shows that these cookies are there.
       */
      readonly kind: 'jar';
      readonly at: number;
      readonly sites: readonly string[];
      readonly cookies: readonly BrowserCookie[];
      readonly gone: readonly string[];
    }
  | {
      readonly kind: 'mark';
      readonly at: number;
      readonly mark: 'login' | 'logout' | 'note';
      readonly text?: string;
    }
  | {
      /** Nothing was recorded from `since` to `at`. */
      readonly kind: 'gap';
      readonly at: number;
      readonly since: number;
      readonly reason: 'paused' | 'no-access';
    }
  | {
      /** The extension is about to write these cookies, because a person told it to. */
      readonly kind: 'edit';
      readonly at: number;
      readonly by: EditKind;
      readonly writes: readonly EditWrite[];
    }
  | (Replay & { readonly kind: 'replay'; readonly at: number })
  | (StoredItem & { readonly kind: 'web-storage'; readonly at: number })
  | (ScriptWrite & { readonly kind: 'script-write'; readonly at: number })
  | {
      /** Scripts wrote more cookies than were kept: so many writes are known of by number alone. */
      readonly kind: 'script-loss';
      readonly at: number;
      readonly count: number;
    }
  | {
      /** What stands for everything up to a cut, when older facts were dropped or cleared. */
      readonly kind: 'baseline';
      readonly at: number;
      readonly reason: 'limit' | 'cleared' | 'navigation';
      /** How much went, in all, since the recording began. */
      readonly dropped: Dropped;
      readonly frames: readonly FrameState[];
      readonly sites: readonly SiteState[];
      readonly cookies: readonly CookieState[];
      readonly replays?: readonly RecordedReplay[];
      readonly webStorage?: readonly SeenItem[];
    };

/**
 * A script of a page wrote a cookie, or tried to. What the page's own world says is a claim: a page can forge it, and only
 * the cookie store shows whether anything came of it.
 */
export interface ScriptWrite {
  readonly api: 'document.cookie' | 'cookieStore';
  /** As given to document.cookie; for cookieStore, the same said as a line. Bounded. */
  readonly line: string;
  /** Of the document, as the browser says it; of a frame without an address of its own, `about:…`. */
  readonly url: string;
  readonly frameId: number;
  readonly documentId?: string;
  /** Innermost first, without the instrument's own; bounded. */
  readonly stack: readonly StackFrame[];
}

export interface StackFrame {
  /** Empty: the script has no address (eval, the console). */
  readonly url: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** Empty: none, or not named. */
  readonly function: string;
}

export interface EditWrite {
  /** The cookie's key (`CookieKey`). */
  readonly key: string;
  /** null: it is removed. */
  readonly value: string | null;
}

/** An item of localStorage or sessionStorage; its value was judged where it was seen, and dropped. */
export interface StoredItem {
  readonly origin: string;
  readonly area: 'local' | 'session';
  readonly key: string;
  /** What the value looks like: a JWT, long and random like a token, neither. */
  readonly look: 'jwt' | 'token' | 'none';
}

export type SeenItem = StoredItem & { readonly at: number };

/**
 * A person asked whether an old session ID still works: one request of the recording was sent three times by the
 * extension itself, with other cookies. Neither IDs nor bodies are kept.
 */
export interface Replay {
  /** Which ID: of the time before the logout or, after a login, of the time before the login. */
  readonly what: 'pre-logout' | 'pre-login';
  /** When the logout or login began that it is about. */
  readonly flow: number;
  readonly url: string;
  /** The session IDs that were tried. */
  readonly ids: readonly ReplayId[];
  readonly answers: Readonly<Record<ReplayCookies, ReplayAnswer>>;
}

export type RecordedReplay = Replay & { readonly at: number };

/** What each request sent: no cookies, those of now, those of before. */
export type ReplayCookies = 'none' | 'current' | 'old';

export interface ReplayId {
  readonly name: string;
  /** The cookie's key (`CookieKey`). */
  readonly cookie: string;
  /** The ID's fingerprint in this recording. */
  readonly fingerprint: string;
}

export interface ReplayAnswer {
  /** null: there was no answer. */
  readonly status: number | null;
  /** Where a redirect leads, which is not followed. */
  readonly to: string | null;
  /** Octets of the body, as far as it was read. */
  readonly length: number;
  /** Hex digits of the salted hash of the body without what differs in every answer; empty: no body. */
  readonly hash: string;
  /** A field for a password, or a link to log in or to log out stands on the page. */
  readonly asksPassword: boolean;
  readonly offersLogin: boolean;
  readonly offersLogout: boolean;
  readonly problem?: 'timeout' | 'network' | 'stopped';
}

export interface Dropped {
  readonly requests: number;
  readonly facts: number;
}

/** A registrable domain (or host without one) the tab had to do with. */
export interface SiteState {
  readonly site: string;
  /** Seen as the page's own site. */
  readonly topLevel: boolean;
  readonly https: boolean;
  readonly http: boolean;
  readonly firstSeen: number;
}

/** A document in a frame. */
export interface FrameState {
  readonly frameId: number;
  readonly parentFrameId: number;
  readonly documentId?: string;
  readonly parentDocumentId?: string;
  readonly url: string;
  readonly at: number;
}

/** A cookie carried over a cut: its state, without its history. */
export interface CookieState {
  readonly cookie: BrowserCookie;
  readonly firstSeen: number;
  readonly present: boolean;
  readonly requests: number;
  readonly lastSent: number | null;
  readonly parties?: readonly ('first' | 'third')[];
}

/** A fact with its place in the journal. Numbers rise, with gaps; they are never used twice. */
export interface Entry {
  readonly seq: number;
  readonly fact: Fact;
}
