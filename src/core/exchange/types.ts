/** Cookies as text: what tools write, what people paste. */
import type { BrowserCookie } from '../recording/fact.ts';

export type FormatId =
  | 'json'
  | 'cookie-editor'
  | 'storage-state'
  | 'puppeteer'
  | 'netscape'
  | 'cookie-header'
  | 'set-cookie'
  | 'curl'
  | 'har';

/** What a format can leave unsaid, or has no place for. */
export type CookieFieldName = Exclude<keyof BrowserCookie, 'assumed'>;

export const COOKIE_FIELDS = [
  'name',
  'value',
  'domain',
  'hostOnly',
  'path',
  'secure',
  'httpOnly',
  'sameSite',
  'expires',
  'partitionKey',
  'hasCrossSiteAncestor',
  'firstPartyDomain',
] as const satisfies readonly CookieFieldName[];

/** What a Cookie header does not say of its cookies. */
export const BESIDE_A_PAIR = [
  'domain',
  'hostOnly',
  'path',
  'secure',
  'httpOnly',
  'sameSite',
  'expires',
  'partitionKey',
] as const satisfies readonly CookieFieldName[];

/** Why there is no cookie in a row. */
export type ReadProblem =
  /** No cookie could be made of it: no object, no `name=value`, not seven fields. */
  | 'not-a-cookie'
  | 'bad-name'
  | 'bad-value'
  | 'no-domain'
  | 'bad-domain'
  | 'bad-path'
  | 'bad-expires'
  | 'bad-partition'
  /** A field that says yes or no holds something else. */
  | 'bad-flag'
  /** A `Set-Cookie` line names a domain that the URL's host may not set. */
  | 'other-domain'
  /** A `Set-Cookie` line that the browser's parser gives up. */
  | 'bad-line'
  /** It has ended already; setting it would remove the cookie. */
  | 'expired';

/** What is wrong with the text as a whole. */
export type FileProblem =
  | 'empty'
  /** Longer than `MOST_CHARACTERS`: nothing was read. */
  | 'too-large'
  /** More than `MOST_ROWS`: the first ones were read. */
  | 'too-many'
  | 'unknown-format'
  /** The format that was asked for is JSON, and this is none. */
  | 'not-json'
  /** Where the cookies belong is not in the text, and no URL was given. */
  | 'needs-url'
  | 'no-cookies'
  /** Our own format, of a later version: read as far as it is known. */
  | 'newer-version';

export interface ReadRow {
  /** The line's number, or the path in the JSON: `12`, `cookies[3]`. */
  readonly where: string;
  /** As far as it is known, for rows without a cookie too; may be empty. */
  readonly name: string;
  /** null exactly where there is a problem. */
  readonly cookie: BrowserCookie | null;
  readonly problem: ReadProblem | null;
  /** Fields that the text did not say; they were assumed. */
  readonly assumed: readonly CookieFieldName[];
}

/** What the text holds that is no part of a cookie here: `origins` (localStorage), `priority`, … */
export interface LeftOut {
  readonly what: string;
  readonly count: number;
}

export interface ReadOptions {
  /** Of the page; for what does not say where its cookies belong. */
  readonly url: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Absent: recognised by the content. */
  readonly format?: FormatId;
}

export interface ReadResult {
  /** null: not recognised. */
  readonly format: FormatId | null;
  readonly rows: readonly ReadRow[];
  /** May come with rows: `too-many`, `newer-version`. */
  readonly problem: FileProblem | null;
  readonly leftOut: readonly LeftOut[];
}

export interface Lost {
  /** Index in the list that was given. */
  readonly cookie: number;
  readonly field: CookieFieldName;
  /**
   * `no-place`: the format cannot say it. `rounded`: to whole seconds. `left-out`: the cookie is not in the text, for this
   * field would break it.
   */
  readonly why: 'no-place' | 'rounded' | 'left-out';
}

export interface WriteOptions {
  readonly url: string | null;
  readonly now: number;
}

export interface Written {
  readonly text: string;
  readonly mediaType: string;
  /** Without a dot. */
  readonly extension: string;
  readonly lost: readonly Lost[];
}

/** 20 MB of ASCII. */
export const MOST_CHARACTERS = 20_000_000;
export const MOST_ROWS = 20_000;
/** Of a line that holds one cookie: browsers take 4 KiB, and 1 KiB for each attribute. */
export const LONGEST_LINE = 100_000;
/** Of a header with many, or of a command: servers take far less. */
export const LONGEST_HEADER = 1_000_000;
