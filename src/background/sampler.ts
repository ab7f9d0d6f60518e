/**
 * Collects new session IDs: GETs of one address without cookies, one after another, only on a person's click. Backs off where
 * the server asks for it or fails, and gives up. Nothing is kept here: each ID goes to the page that asked.
 */
import { FASTEST, MOST_IDS, type SampleEnd, type SampleEvent, type SampleOrder } from '../protocol/sample.ts';

/** What came of one request. */
export interface SampleAnswer {
  /** null: no answer. */
  readonly status: number | null;
  /** The cookie's new value; null: the answer set none. */
  readonly value: string | null;
  /** Retry-After as it was written (RFC 9110 section 10.2.3). */
  readonly retryAfter: string | null;
}

export interface SamplerOptions {
  /** Never rejects because of the server. */
  readonly ask: (order: SampleOrder, stop: AbortSignal) => Promise<SampleAnswer>;
  /** Resolves after so many milliseconds, or when stopped. */
  readonly wait: (milliseconds: number, stop: AbortSignal) => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** After so many failures one after another it is over. */
export const FAILURES = 5;
/** Answers without the cookie, one after another: it is set elsewhere, or no more. */
export const WITHOUT_COOKIE = 5;
export const FIRST_WAIT_MS = 2000;
/** A server that wants a longer pause has had enough. */
export const LONGEST_WAIT_MS = 60_000;

/** Sends until the count is reached, the person stops it, or the server will not. Resolves to how it ended; never rejects. */
export async function collectSample(
  order: SampleOrder,
  tell: (event: SampleEvent) => void,
  stop: AbortSignal,
  { ask, wait, now }: SamplerOptions,
): Promise<{ readonly sent: number; readonly end: SampleEnd }> {
  const count = Math.min(order.count, MOST_IDS);
  const pause = 1000 / Math.min(Math.max(order.perSecond, 1), FASTEST);
  let sent = 0;
  let failures = 0;
  let without = 0;
  while (sent < count) {
    const began = now();
    const answer = await ask(order, stop);
    sent++;
    if (stop.aborted) return { sent, end: 'stopped' };
    const { status, value } = answer;
    const isRefusal = status === 429 || status === 503;
    const hasFailed = isRefusal || status === null || (status >= 500 && value === null);
    if (value === null || isRefusal) tell({ kind: 'none', sent, status });
    else tell({ kind: 'id', sent, value });
    failures = hasFailed ? failures + 1 : 0;
    without = hasFailed ? without : value === null ? without + 1 : 0;
    if (without >= WITHOUT_COOKIE) return { sent, end: 'no-cookie' };
    if (hasFailed) {
      const milliseconds = waitAfter(answer, failures, now());
      if (failures >= FAILURES || milliseconds > LONGEST_WAIT_MS)
        return { sent, end: isRefusal ? 'refused' : 'failing' };
      tell({ kind: 'waiting', sent, milliseconds, status });
      await wait(milliseconds, stop);
    } else if (sent < count) await wait(Math.max(0, began + pause - now()), stop);
    if (stop.aborted) return { sent, end: 'stopped' };
  }
  return { sent, end: 'done' };
}

/** What the server asks for, or 2, 4, 8… seconds. */
function waitAfter({ retryAfter }: SampleAnswer, failures: number, now: number): number {
  const own = FIRST_WAIT_MS * 2 ** (failures - 1);
  const asked = retryAfter === null ? null : retryAfterMs(retryAfter, now);
  return Math.max(own, asked ?? 0);
}

/** Seconds, or a date (RFC 9110 section 10.2.3); null: neither. */
export function retryAfterMs(text: string, now: number): number | null {
  const trimmed = text.trim();
  if (/^\d{1,9}$/.test(trimmed)) return Number(trimmed) * 1000;
  // Date.parse takes more than HTTP's date; a server that writes such means a date all the same.
  const date = /^[A-Z][a-z]{2},? /.test(trimmed) ? Date.parse(trimmed) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
