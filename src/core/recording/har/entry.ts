/** One request of a HAR file, read: what its facts are made of. */

import type { BodyFields, Header } from '../fact.ts';
import type { Named } from './values.ts';

export interface HarEntry {
  /** Place in the file. */
  readonly index: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** When the response's headers were there; never before `at`. */
  respondedAt: number;
  /** http(s) or ws(s), in canonical form, without fragment. */
  readonly url: string;
  readonly host: string;
  readonly origin: string;
  readonly path: string;
  /** Registrable domain, or the host where it has none. */
  readonly site: string;
  readonly method: string;
  readonly pageref: string;
  /** Playwright. */
  readonly frameref: string;
  /** `_resourceType`, lower case. */
  readonly resourceType: string;
  /** Chrome: the document whose markup asked. */
  readonly parser: string;
  /** No page's: a service worker, or Playwright's own requests. */
  readonly frameless: boolean;
  readonly fields: BodyFields | null;
  /** Whether anything of the request's headers is in the file. */
  readonly headersSeen: boolean;
  readonly cookie: string | null;
  readonly requestHeaders: readonly Header[];
  /** The pairs of `cookie`; with attributes where the file has them (Chrome). */
  readonly sent: readonly SentPair[];
  /** What no fact keeps, but tells a page from a call. */
  readonly hints: RequestHints;
  /** 0: no response. */
  readonly status: number;
  readonly responseHeaders: readonly Header[];
  readonly setCookies: readonly string[];
  readonly mimeType: string;
  /** Where a redirect leads, in the form of `url`; '' where it is none. */
  readonly redirectsTo: string;
  readonly fromCache: boolean;
  readonly error: string | null;
}

export interface RequestHints {
  readonly accept: string;
  readonly xhr: boolean;
  readonly upgrades: boolean;
  readonly prefetch: boolean;
  readonly authorized: boolean;
}

export interface SentPair extends Named {
  /** As the browser's store had it when the request left. */
  readonly attributes: CookieAttributes | null;
}

export interface CookieAttributes {
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none' | 'unspecified';
  readonly expires: number | null;
}
