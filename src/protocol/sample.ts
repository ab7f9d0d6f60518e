/**
 * Collecting a sample of new session IDs. A page opens a port for each run: the run ends with the port, so a page that is
 * closed sends nothing more, and a worker that is stopped is seen at once. IDs travel to that page and are kept nowhere else.
 */
import { object, oneOf, type Shape, text, within } from './shape.ts';
import { PROTOCOL_VERSION } from './version.ts';

export const SAMPLE_PORT = 'crumbtrail/sample';

export const MOST_IDS = 20_000;
export const FASTEST = 20;
export const LONGEST_ID = 4096;

/** What a person was told would be sent, and agreed to. */
export interface SampleOrder {
  readonly tabId: number;
  /** Registrable domain, or the host itself where it has none. */
  readonly site: string;
  /** The cookie. */
  readonly name: string;
  /** A recorded GET of that site; nothing else is asked for. */
  readonly url: string;
  /** Requests in all, 20,000 at most. */
  readonly count: number;
  /** Requests a second at most: 1 to 20. */
  readonly perSecond: number;
}

/** From the page; closing the port stops the run as well. */
export type SampleRequest =
  | { readonly version: number; readonly kind: 'start'; readonly order: SampleOrder }
  | { readonly version: number; readonly kind: 'stop' };

export type SampleEnd =
  /** All requests were sent. */
  | 'done'
  | 'stopped'
  /** Another run is under way. */
  | 'busy'
  /** The recording no longer holds what the person was shown. */
  | 'changed'
  | 'no-access'
  /** 429 or 503 again and again, or a wait asked for that is too long. */
  | 'refused'
  /** No answer, or 5xx, again and again. */
  | 'failing'
  /** Answers, but none that sets the cookie. */
  | 'no-cookie'
  /** Something of ours broke. */
  | 'broken';

/** From the worker. `sent`: requests so far. */
export type SampleEvent =
  | { readonly kind: 'id'; readonly sent: number; readonly value: string }
  /** An answer without the cookie, or none at all (status null). */
  | { readonly kind: 'none'; readonly sent: number; readonly status: number | null }
  /** Nothing is sent for so many milliseconds, because the server asked for it or failed. */
  | {
      readonly kind: 'waiting';
      readonly sent: number;
      readonly milliseconds: number;
      readonly status: number | null;
    }
  | { readonly kind: 'ended'; readonly sent: number; readonly end: SampleEnd };

const order: Shape<SampleOrder> = object({
  tabId: within(0, Number.MAX_SAFE_INTEGER),
  site: text(300),
  name: text(LONGEST_ID),
  url: text(2000, /^https?:\/\//),
  count: within(1, MOST_IDS),
  perSecond: within(1, FASTEST),
});

const version = oneOf(PROTOCOL_VERSION);

/** From `unknown`; null: nothing we know. */
export function guardSampleRequest(data: unknown): SampleRequest | null {
  return (
    object({ version, kind: oneOf('start'), order })(data) ??
    object({ version, kind: oneOf('stop') })(data) ??
    null
  );
}

const KINDS: ReadonlySet<unknown> = new Set([
  'id',
  'none',
  'waiting',
  'ended',
] satisfies SampleEvent['kind'][]);

/** The other side is our own worker: its kind is checked, what is inside is the worker's word. */
export function readSampleEvent(data: unknown): SampleEvent | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  return KINDS.has(data.kind) ? (data as SampleEvent) : null;
}
