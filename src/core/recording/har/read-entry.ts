/** A HAR file's entry, of whatever producer and in whatever state. */
import { selectRequestHeaders, selectResponseHeaders } from '../headers.ts';
import type { HarEntry, RequestHints } from './entry.ts';
import { entryBody } from './entry-body.ts';
import { cookieHeaderOf, setCookieLines } from './entry-cookies.ts';
import { responseDelay } from './entry-times.ts';
import { type EntryUrl, entryUrl } from './entry-url.ts';
import type { Producer } from './read-log.ts';
import type { SentPairs } from './sent-pairs.ts';
import { type Data, type Named, namedValues, number, record, text, time } from './values.ts';

/** What is wrong with an entry, in words; null: it is no web traffic, and nobody misses it. */
export type Unread = { readonly problem: string | null };

/** What entries of one file have in common. */
export interface OfFile {
  readonly producer: Producer;
  readonly sentPairs: SentPairs;
}

export function readEntry(raw: unknown, index: number, file: OfFile): HarEntry | Unread {
  const entry = record(raw);
  if (entry === null) return { problem: 'it is no object' };
  const request = record(entry.request);
  if (request === null) return { problem: 'it has no request' };
  if (typeof request.url !== 'string') return { problem: 'its request has no URL' };
  const url = entryUrl(request.url);
  if (url === 'other') return { problem: null };
  if (url === null) return { problem: 'its URL cannot be read' };
  const at = time(entry.startedDateTime);
  if (at === null) return { problem: 'its startedDateTime is no time' };
  return build(entry, request, index, at, url, file);
}

function build(
  entry: Data,
  request: Data,
  index: number,
  at: number,
  { url, host, origin, path, site }: EntryUrl,
  { producer, sentPairs }: OfFile,
): HarEntry {
  const response = record(entry.response) ?? {};
  const rawRequest = namedValues(request.headers);
  const rawResponse = namedValues(response.headers);
  const requestCookies = namedValues(request.cookies);
  const sent = selectRequestHeaders(rawRequest);
  const received = selectResponseHeaders(rawResponse);
  const cookie = sent.cookie ?? cookieHeaderOf(requestCookies);
  const status = statusOf(response.status);
  const fromCache = isCached(entry);
  // Each field by itself: a spread makes objects of this size ten times as slow.
  return {
    index,
    at,
    url,
    host,
    origin,
    path,
    site,
    respondedAt: at + responseDelay(entry),
    method: methodOf(request.method),
    pageref: text(entry.pageref),
    frameref: text(entry._frameref),
    resourceType: text(entry._resourceType).toLowerCase(),
    parser: parserOf(record(entry._initiator)),
    frameless: entry._serviceWorkerRef !== undefined || entry._apiRequestRef !== undefined,
    fields: entryBody(request.postData),
    headersSeen: rawRequest.length > 0 || cookie !== null,
    cookie,
    requestHeaders: sent.headers,
    sent: sentPairs.of(cookie, producer === 'chrome' ? request.cookies : undefined),
    hints: hintsOf(rawRequest),
    status,
    responseHeaders: received.headers,
    // A cache answers without the network: what stands in the stored headers is not set again.
    setCookies: fromCache
      ? []
      : setCookieLines(received.setCookies, response.cookies, host, producer === 'safari'),
    mimeType: mimeOf(response, received.headers),
    redirectsTo: redirectOf(response, received.headers, status, url),
    fromCache,
    error: errorOf(entry, response, status),
  };
}

function methodOf(value: unknown): string {
  const method = text(value);
  return /^[a-z-]{1,20}$/i.test(method) ? method.toUpperCase() : 'GET';
}

function statusOf(value: unknown): number {
  const status = number(value);
  return status !== null && Number.isInteger(status) && status >= 100 && status <= 599 ? status : 0;
}

/** Chrome's `_fromCache`, Safari's `_fetchType`. */
function isCached(entry: Data): boolean {
  return text(entry._fromCache) !== '' || /cache/i.test(text(entry._fetchType));
}

/** A script's URL is not the document's; the parser's is. */
function parserOf(initiator: Data | null): string {
  return initiator?.type === 'parser' ? text(initiator.url) : '';
}

const HINTS = [
  'accept',
  'x-requested-with',
  'upgrade-insecure-requests',
  'authorization',
  'proxy-authorization',
  'purpose',
  'sec-purpose',
];
/** Cheaper than each name in lower case. */
const HINT_LENGTHS = new Set(HINTS.map(({ length }) => length));

function hintsOf(headers: readonly Named[]): RequestHints {
  const hints = { accept: '', xhr: false, upgrades: false, prefetch: false, authorized: false };
  for (const { name, value } of headers) {
    if (!HINT_LENGTHS.has(name.length)) continue;
    switch (name.toLowerCase()) {
      case 'accept':
        hints.accept = value.slice(0, 200).toLowerCase();
        break;
      case 'x-requested-with':
        hints.xhr ||= value.toLowerCase() === 'xmlhttprequest';
        break;
      case 'upgrade-insecure-requests':
        hints.upgrades = true;
        break;
      case 'authorization':
      case 'proxy-authorization':
        hints.authorized = true;
        break;
      case 'purpose':
      case 'sec-purpose':
        hints.prefetch ||= value.startsWith('prefetch');
        break;
    }
  }
  return hints;
}

function mimeOf(response: Data, headers: readonly Named[]): string {
  const header = headers.find(({ name }) => name === 'content-type')?.value;
  const mime = header ?? text(record(response.content)?.mimeType);
  return mime.slice(0, 100).split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

const REDIRECTS = [301, 302, 303, 307, 308];

function redirectOf(response: Data, headers: readonly Named[], status: number, url: string): string {
  if (!REDIRECTS.includes(status)) return '';
  const target = text(response.redirectURL) || (headers.find(({ name }) => name === 'location')?.value ?? '');
  const resolved = target === '' ? null : entryUrl(target, url);
  return resolved === null || resolved === 'other' ? '' : resolved.url;
}

/** Words of the tool, where they look like words. */
function errorOf(entry: Data, response: Data, status: number): string | null {
  const told = text(response._error) || text(response._failureText) || text(entry._error);
  if (told !== '') return /^[\w:. -]{1,100}$/.test(told) ? told : 'failed';
  return status === 0 ? 'no response' : null;
}
