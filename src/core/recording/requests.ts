/** Facts of webRequest (or a HAR entry) into hops of requests. */
import { parseCookieHeader } from '../cookie/cookie-header.ts';
import { utf8Length } from '../cookie/octets.ts';
import { sameSiteContext } from '../cookie/same-site-context.ts';
import type { Attribute } from '../cookie/types.ts';
import { schemefulSameSite } from '../site/site.ts';
import type { Fact, RequestBasics } from './fact.ts';
import { ancestryOf } from './frames.ts';
import { requestKey } from './keys.ts';
import type { Party, Recording, RequestEntry } from './recording.ts';
import { countSent, matchSent } from './sent.ts';
import { receiveSetCookies } from './set-cookies.ts';
import { seeSite, siteOf } from './sites.ts';
import { hostOf } from './url.ts';

type RequestFact = Fact & { kind: 'body' | 'sent' | 'response' };

export function reduceRequest(recording: Recording, fact: RequestFact, seq: number): void {
  const entry = hopFor(recording, fact, seq);
  switch (fact.kind) {
    case 'body':
      entry.fields = fact.fields;
      return;
    case 'sent':
      entry.headersSeen = true;
      entry.requestHeaders = fact.headers;
      entry.cookieHeader = fact.cookie;
      if (fact.cookie !== null) {
        entry.cookieBytes = utf8Length(fact.cookie);
        entry.sent = matchSent(recording, entry, pairsOf(recording, fact.cookie));
        countSent(recording, entry);
      }
      return;
    case 'response':
      entry.status = fact.status;
      entry.respondedAt = fact.at;
      entry.responseHeaders = fact.headers;
      entry.fromCache = fact.fromCache ?? false;
      receiveSetCookies(recording, entry, fact.setCookies);
      return;
  }
}

function pairsOf({ index }: Recording, header: string): readonly Attribute[] {
  return index.cookieHeaders.get(header, parseCookieHeader);
}

export function failRequest(recording: Recording, fact: Fact & { kind: 'failed' }): void {
  const entry = recording.index.newestHop.get(fact.requestId);
  if (entry !== undefined) entry.error = fact.error;
}

/**
 * The hop a fact belongs to: the newest one, or the next where that is answered already — or is of another URL,
 * for redirects the browser makes by itself (HSTS) have no response.
 */
function hopFor(recording: Recording, fact: RequestFact, seq: number): RequestEntry {
  const newest = recording.index.newestHop.get(fact.requestId);
  if (newest !== undefined && newest.status === null && newest.error === null && newest.url === fact.url)
    return newest;
  const entry = begin(recording, fact, fact.at, seq, newest === undefined ? 0 : newest.hop + 1);
  recording.requests.set(entry.key, entry);
  recording.index.newestHop.set(fact.requestId, entry);
  return entry;
}

function begin(
  recording: Recording,
  request: RequestBasics,
  at: number,
  seq: number,
  hop: number,
): RequestEntry {
  const { url, method } = request;
  const { topLevelUrl, siteForCookies } = ancestryOf(recording, request);
  const site = siteOf(url);
  const topLevelSite = siteOf(topLevelUrl);
  const isMainFrameNavigation = request.type === 'main_frame';
  seeSite(recording, site, url, at);
  const top = seeSite(recording, topLevelSite, topLevelUrl, at);
  if (top !== null && isMainFrameNavigation) top.topLevel = true;
  const initiator = request.initiator === 'null' ? 'opaque' : (request.initiator ?? null);
  const of = (kind: 'request' | 'response') =>
    sameSiteContext({ kind, url, siteForCookies, initiator, method, isMainFrameNavigation });
  return {
    key: requestKey(request.requestId, hop),
    requestId: request.requestId,
    hop,
    seq,
    at,
    url,
    host: hostOf(url),
    site,
    method,
    type: request.type,
    frameId: request.frameId,
    documentId: request.documentId ?? null,
    initiator: request.initiator ?? null,
    attributed: request.attributed ?? false,
    lifecycle: request.lifecycle ?? 'active',
    topLevelUrl,
    topLevelSite,
    party: (site === topLevelSite ? 'first' : 'third') satisfies Party,
    requestContext: of('request'),
    responseContext: of('response'),
    hasCrossSiteAncestor:
      !isMainFrameNavigation && (siteForCookies === null || !schemefulSameSite(url, siteForCookies)),
    fields: null,
    headersSeen: false,
    cookieHeader: null,
    cookieBytes: 0,
    sent: [],
    requestHeaders: [],
    status: null,
    respondedAt: null,
    responseHeaders: [],
    fromCache: false,
    error: null,
    setCookies: [],
    setCookieBytes: 0,
  };
}
