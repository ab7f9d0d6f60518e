/**
 * One GET of the extension itself without cookies, and the cookie that its answer sets. `credentials: 'omit'` neither sends nor
 * stores a cookie; fetch never shows Set-Cookie, so webRequest tells it: a fragment, which is not sent, marks our request.
 */
import { parseSetCookie } from '../core/cookie/parse-set-cookie.ts';
import { native } from '../platform/native.ts';
import { LONGEST_ID, type SampleOrder } from '../protocol/sample.ts';
import type { SampleAnswer } from './sampler.ts';
import type { OwnAnswer } from './sources/web-request.ts';

export interface SampleRequests {
  /** Firefox heeds Clear-Site-Data even without credentials (tried on 153): a rule takes it off, from `begin` to `end`. */
  begin(): Promise<void>;
  end(): Promise<void>;
  ask(order: SampleOrder, stop: AbortSignal): Promise<SampleAnswer>;
  /** To be told what the extension's own requests were answered. */
  readonly answered: OwnAnswer;
}

/** No other rule of the extension has this number. */
export const SAMPLE_RULE = 7002;
export const TIMEOUT_MS = 10_000;
/** webRequest tells over another channel than fetch. */
const TOLD_WITHIN_MS = 2000;
/** A body is read so far, that the connection can be used again; more is not asked for. */
const MOST_OCTETS = 64 * 1024;

interface Told {
  readonly status: number;
  readonly setCookies: readonly string[];
}

const NONE: SampleAnswer = { status: null, value: null, retryAfter: null };

/** @param randomHex this many random octets as hex. */
export function createSampleRequests(randomHex: (octets: number) => string): SampleRequests {
  const waiting = new Map<string, (told: Told) => void>();
  // Session rules outlive the worker: an earlier one may have left its own.
  const cleared = clearRule();

  const ask = async (order: SampleOrder, mark: string, stop: AbortSignal): Promise<SampleAnswer> => {
    const told = new Promise<Told>((resolve) => waiting.set(mark, resolve));
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(order.url + mark, {
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' },
      signal: AbortSignal.any([stop, timeout]),
    });
    await drain(response);
    const seen = await Promise.race([told, after(TOLD_WITHIN_MS)]);
    if (seen === null) return NONE;
    const value = newValue(seen.setCookies, order.name);
    return { status: seen.status, value, retryAfter: response.headers.get('retry-after') };
  };

  return {
    async begin() {
      await cleared;
      await native.declarativeNetRequest?.updateSessionRules({
        removeRuleIds: [SAMPLE_RULE],
        addRules: [ownAnswersRule()],
      });
    },
    end: clearRule,
    async ask(order, stop) {
      const mark = `#crumbtrail-${randomHex(8)}`;
      try {
        return await ask(order, mark, stop);
      } catch {
        return NONE;
      } finally {
        waiting.delete(mark);
      }
    },
    answered(url, status, _location, setCookies) {
      const at = url.indexOf('#crumbtrail-');
      if (at >= 0) waiting.get(url.slice(at))?.({ status, setCookies });
    },
  };
}

/** The value that the last line of that name leaves; null: there is none, or it deletes. */
function newValue(lines: readonly string[], name: string): string | null {
  let value: string | null = null;
  for (const line of lines) {
    const parsed = parseSetCookie(line);
    if (!parsed.ok || parsed.cookie.name !== name) continue;
    const { cookie } = parsed;
    const isDeletion = cookie.value === '' || (cookie.maxAge !== undefined && cookie.maxAge <= 0);
    value = isDeletion ? null : cookie.value.slice(0, LONGEST_ID);
  }
  return value;
}

/** Set-Cookie stays: Firefox would hide it from webRequest, and without credentials it is not stored. */
export function ownAnswersRule(): chrome.declarativeNetRequest.Rule {
  const rule = {
    id: SAMPLE_RULE,
    action: {
      type: 'modifyHeaders',
      responseHeaders: [{ header: 'clear-site-data', operation: 'remove' }],
    },
    condition: {
      initiatorDomains: [new URL(native.runtime.getURL('')).hostname],
      tabIds: [-1],
      resourceTypes: ['xmlhttprequest'],
      requestMethods: ['get'],
    },
  };
  return rule as unknown as chrome.declarativeNetRequest.Rule;
}

async function clearRule(): Promise<void> {
  try {
    await native.declarativeNetRequest?.updateSessionRules({ removeRuleIds: [SAMPLE_RULE] });
  } catch (error) {
    console.error('Crumbtrail: rule', String(error));
  }
}

async function drain(response: Response): Promise<void> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  for (let length = 0; length < MOST_OCTETS; ) {
    const { done, value } = await reader.read();
    if (done) return;
    length += value.length;
  }
  await reader.cancel();
}

function after(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
