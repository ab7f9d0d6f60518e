/**
 * One GET of the extension itself with a Cookie header of our choice, past the browser's cookie store: `credentials: 'omit'`
 * neither sends nor stores a cookie, and a declarativeNetRequest session rule puts the header on that one request.
 * Session rules outlive the worker: the rule goes in `finally`, and at every start of a worker.
 */
import type { Header } from '../core/recording/fact.ts';
import { native } from '../platform/native.ts';
import type { OwnAnswer } from './sources/web-request.ts';

export interface ReplayRequest {
  readonly url: string;
  /** null: none is sent. */
  readonly cookie: string | null;
  readonly accept: string;
  /** Headers of the recorded request that servers look at (`sec-fetch-…`). */
  readonly headers: readonly Header[];
}

export interface RawAnswer {
  /** null: no answer came; `problem` says why. */
  readonly status: number | null;
  readonly to: string | null;
  readonly text: string;
  /** Octets read. */
  readonly length: number;
  readonly problem?: 'timeout' | 'network' | 'stopped';
}

export interface ReplayRequests {
  /** Never rejects because of the server; one at a time. */
  send(request: ReplayRequest, stop: AbortSignal): Promise<RawAnswer>;
  /** To be told what the extension's own requests were answered: fetch hides a redirect that it does not follow. */
  readonly answered: OwnAnswer;
  /** Whether the browser lets us put a header on. */
  isPossible(): boolean;
}

/** No other rule of the extension has this number. */
export const REPLAY_RULE = 7001;
export const TIMEOUT_MS = 10_000;
/** More than a page's text; the rest of a body is not asked for. */
export const MAX_OCTETS = 512 * 1024;
/** webRequest tells of a redirect over another channel than fetch. */
const TOLD_WITHIN_MS = 2000;

export function createReplayRequests(): ReplayRequests {
  let told: ((status: number, location: string | null) => void) | null = null;
  let expected = '';
  const cleared = clearRule();

  const redirectOf = (url: string) => {
    expected = url;
    return new Promise<{ status: number; location: string | null } | null>((resolve) => {
      told = (status, location) => resolve({ status, location });
    });
  };

  const ask = async (request: ReplayRequest, signal: AbortSignal): Promise<RawAnswer> => {
    const answered = redirectOf(request.url);
    const response = await fetch(request.url, {
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: { accept: request.accept },
      signal,
    });
    if (response.type !== 'opaqueredirect') {
      const { text, length } = await boundedText(response);
      return { status: response.status, to: null, text, length };
    }
    const redirect = await Promise.race([answered, after(TOLD_WITHIN_MS)]);
    // A redirect that the browser made by itself (HSTS) is told of by nobody.
    if (redirect === null) return { ...NO_ANSWER, problem: 'network' };
    const { status, location } = redirect;
    const to =
      location !== null && URL.canParse(location, request.url) ? new URL(location, request.url).href : null;
    return { status, to, text: '', length: 0 };
  };

  return {
    async send(asked, stop) {
      await cleared;
      // A fragment is recorded with a page's address, but never sent: the rule is for what is sent.
      const request = { ...asked, url: asked.url.split('#', 1)[0] ?? '' };
      const timeout = AbortSignal.timeout(TIMEOUT_MS);
      try {
        await native.declarativeNetRequest.updateSessionRules({
          removeRuleIds: [REPLAY_RULE],
          addRules: [ruleFor(request)],
        });
        return await ask(request, AbortSignal.any([stop, timeout]));
      } catch {
        const problem = stop.aborted ? 'stopped' : timeout.aborted ? 'timeout' : 'network';
        return { ...NO_ANSWER, problem };
      } finally {
        told = null;
        await clearRule();
      }
    },
    answered(url, status, location) {
      if (url === expected) told?.(status, location);
    },
    isPossible: () => native.declarativeNetRequest !== undefined,
  };
}

const NO_ANSWER = { status: null, to: null, text: '', length: 0 } as const;

async function clearRule(): Promise<void> {
  try {
    await native.declarativeNetRequest?.updateSessionRules({ removeRuleIds: [REPLAY_RULE] });
  } catch (error) {
    console.error('Crumbtrail: rule', String(error));
  }
}

/** For this URL, from this extension, outside of any tab. What the answer wants of the cookie store is cut off as well. */
export function ruleFor({ url, cookie, headers }: ReplayRequest): chrome.declarativeNetRequest.Rule {
  const rule = {
    id: REPLAY_RULE,
    action: {
      type: 'modifyHeaders',
      requestHeaders: [
        cookie === null
          ? { header: 'cookie', operation: 'remove' }
          : { header: 'cookie', operation: 'set', value: cookie },
        ...headers.map(({ name, value }) => ({ header: name, operation: 'set', value })),
      ],
      responseHeaders: [
        { header: 'set-cookie', operation: 'remove' },
        { header: 'clear-site-data', operation: 'remove' },
      ],
    },
    condition: {
      urlFilter: `|${url}|`,
      isUrlFilterCaseSensitive: true,
      initiatorDomains: [new URL(native.runtime.getURL('')).hostname],
      tabIds: [-1],
      resourceTypes: ['xmlhttprequest'],
      requestMethods: ['get'],
    },
  };
  return rule as unknown as chrome.declarativeNetRequest.Rule;
}

async function boundedText(response: Response): Promise<{ text: string; length: number }> {
  const reader = response.body?.getReader();
  if (reader === undefined) return { text: '', length: 0 };
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  while (length < MAX_OCTETS) {
    const { done, value } = await reader.read();
    if (done) return { text, length };
    const part = value.subarray(0, MAX_OCTETS - length);
    length += part.length;
    text += decoder.decode(part, { stream: true });
  }
  await reader.cancel();
  return { text, length };
}

function after(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
