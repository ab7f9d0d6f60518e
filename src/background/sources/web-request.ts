/**
 * Traffic as facts. While nobody watches, only responses are listened to: each listener costs the whole browser
 * on every request. The request's side (what was sent, names of body fields, errors) is added for watchers.
 *
 * `onHeadersReceived` is the place for Set-Cookie: it fires for every redirect hop and for 401s.
 */
import type { Fact, RequestBasics, ResourceType } from '../../core/recording/fact.ts';
import { withoutUserinfo } from '../../core/recording/url.ts';
import { native } from '../../platform/native.ts';
import { bodyFields, type RequestBody } from './body-fields.ts';
import { requestHeaders, responseHeaders } from './headers.ts';

export type Emit = (tabId: number, fact: Fact) => void;

/** An answer to a request of the extension's own: never part of a recording. */
export type OwnAnswer = (
  url: string,
  status: number,
  location: string | null,
  /** Set-Cookie lines, which fetch never shows. */
  setCookies: readonly string[],
) => void;

export interface WebRequestSource {
  /** Adds (true) or removes (false) the request's side. */
  watch(on: boolean): void;
}

const EVERYTHING = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] };
/** What can carry a form's fields. Pictures, styles and scripts never do, and each event costs the whole browser. */
const WITH_BODY = {
  urls: ['http://*/*', 'https://*/*'],
  types: ['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'other'] satisfies ResourceType[],
};

/** What the browsers' details have in common, and what only one of them has. */
interface Details {
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly parentFrameId: number;
  readonly timeStamp: number;
  readonly documentId?: string;
  readonly documentLifecycle?: string;
  /** Chromium. */
  readonly initiator?: string;
  /** Firefox. */
  readonly originUrl?: string;
}

const TYPES = new Set<string>([
  'main_frame',
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'csp_report',
  'media',
  'websocket',
] satisfies ResourceType[]);

function basics(details: Details): RequestBasics {
  const initiator = details.initiator ?? details.originUrl;
  const lifecycle = details.documentLifecycle;
  return {
    requestId: details.requestId,
    url: withoutUserinfo(details.url),
    method: details.method,
    type: TYPES.has(details.type) ? (details.type as ResourceType) : 'other',
    frameId: details.frameId,
    ...(details.type === 'sub_frame' ? { parentFrameId: details.parentFrameId } : {}),
    ...(details.documentId === undefined ? {} : { documentId: details.documentId }),
    ...(initiator === undefined ? {} : { initiator }),
    ...(lifecycle === 'prerender' || lifecycle === 'cached' || lifecycle === 'pending_deletion'
      ? { lifecycle }
      : {}),
  };
}

/** @param ownAnswer hears what the extension's own requests were answered, redirects too. */
export function listenToRequests(emit: Emit, ownAnswer: OwnAnswer): WebRequestSource {
  const { webRequest } = native;
  const own = native.runtime.getURL('').replace(/\/$/, '');
  const isOwn = ({ type, initiator, originUrl }: Details) =>
    type === 'xmlhttprequest' && `${initiator ?? originUrl}/`.startsWith(`${own}/`);

  const onBody = (details: Details & { requestBody?: RequestBody | null }) => {
    const fields = isOwn(details) ? null : bodyFields(details.requestBody);
    if (fields === null) return undefined;
    emit(details.tabId, { kind: 'body', at: Math.round(details.timeStamp), ...basics(details), fields });
    return undefined;
  };
  const onSent = (details: Details & { requestHeaders?: chrome.webRequest.HttpHeader[] }) => {
    if (isOwn(details)) return;
    const { cookie, headers } = requestHeaders(details.requestHeaders);
    emit(details.tabId, {
      kind: 'sent',
      at: Math.round(details.timeStamp),
      ...basics(details),
      cookie,
      headers,
    });
  };
  const onResponse = (
    details: Details & {
      responseHeaders?: chrome.webRequest.HttpHeader[];
      statusCode: number;
      fromCache?: boolean;
    },
  ) => {
    if (isOwn(details)) {
      const location = details.responseHeaders?.find(({ name }) => name.toLowerCase() === 'location')?.value;
      const { setCookies } = responseHeaders(details.responseHeaders);
      ownAnswer(details.url, details.statusCode, location ?? null, setCookies);
      return undefined;
    }
    const { setCookies, headers } = responseHeaders(details.responseHeaders);
    emit(details.tabId, {
      kind: 'response',
      at: Math.round(details.timeStamp),
      ...basics(details),
      status: details.statusCode,
      setCookies,
      headers,
      ...(details.fromCache ? { fromCache: true } : {}),
    });
    return undefined;
  };
  const onFailed = (details: Details & { error: string }) => {
    if (isOwn(details)) return;
    const { requestId, error } = details;
    emit(details.tabId, { kind: 'failed', at: Math.round(details.timeStamp), requestId, error });
  };

  webRequest.onHeadersReceived.addListener(
    onResponse as never,
    EVERYTHING,
    optionsOf('OnHeadersReceivedOptions', 'responseHeaders'),
  );

  let watching = false;
  return {
    watch(on) {
      if (on === watching) return;
      watching = on;
      if (on) {
        webRequest.onBeforeRequest.addListener(onBody as never, WITH_BODY as never, ['requestBody']);
        webRequest.onSendHeaders.addListener(
          onSent as never,
          EVERYTHING,
          optionsOf('OnSendHeadersOptions', 'requestHeaders'),
        );
        webRequest.onErrorOccurred.addListener(onFailed as never, EVERYTHING);
      } else {
        webRequest.onBeforeRequest.removeListener(onBody as never);
        webRequest.onSendHeaders.removeListener(onSent as never);
        webRequest.onErrorOccurred.removeListener(onFailed as never);
      }
    },
  };
}

/** Chromium hides Cookie and Set-Cookie without `extraHeaders`; Firefox throws on the word. */
function optionsOf<T extends string>(
  which: 'OnHeadersReceivedOptions' | 'OnSendHeadersOptions',
  base: T,
): (T | 'extraHeaders')[] {
  const known: Record<string, string> | undefined = native.webRequest[which];
  return known !== undefined && 'EXTRA_HEADERS' in known ? [base, 'extraHeaders'] : [base];
}
