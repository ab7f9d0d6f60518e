/** A cookie's life on a time axis: from when it was set to when it ends, and each writing between. Times are epoch milliseconds. */
import { maxLifetime } from '../cookie/limits.ts';
import type { CookieChangeCause } from '../recording/fact.ts';
import type { CookieEntry, CookieEvent, CookieKey, Recording, Writer } from '../recording/recording.ts';
import { type BarExpiry, expiryOf, type Writing } from './bar-expiry.ts';

/** Why a stretch of it ended; `overwritten`: another value took its place. */
export type BarCause = 'overwritten' | CookieChangeCause | 'absent';

/** The time in which it had one value. */
export interface BarSegment {
  readonly from: number;
  /** null: it has it still, up to the bar's end. */
  readonly to: number | null;
  readonly cause: BarCause | null;
}

export interface BarTick extends Writing {
  readonly by: Writer;
  /** It asked for longer than browsers keep a cookie, or for just as long. */
  readonly clamped: boolean;
}

export type BarEnd =
  /** With the browser session, whenever that is. */
  | { readonly kind: 'session' }
  | { readonly kind: 'expiry'; readonly at: number; readonly clamped: boolean }
  | {
      readonly kind: 'gone';
      readonly at: number;
      readonly cause: Exclude<BarCause, 'overwritten'>;
      readonly by: Writer;
      /** When it would have ended. */
      readonly planned: number | null;
    };

export interface CookieBar extends BarExpiry {
  readonly key: CookieKey;
  readonly from: number;
  /** false: it was there before anybody looked, or what came before was dropped. */
  readonly fromKnown: boolean;
  /** Oldest first, at least one; times without the cookie are between them. */
  readonly segments: readonly BarSegment[];
  /** In order of time. */
  readonly ticks: readonly BarTick[];
  readonly end: BarEnd;
}

type Gone = CookieEvent & { kind: 'gone' };

/** Expiry is rounded to seconds on its way. */
const TOLERANCE_MS = 2000;

/** null: it was never stored, only refused. */
export function barOf(entry: CookieEntry, recording: Recording): CookieBar | null {
  const segments: { from: number; to: number | null; cause: BarCause | null }[] = [];
  const ticks: BarTick[] = [];
  let gone: Gone | null = null;
  let open = false;
  const begin = (from: number) => {
    segments.push({ from, to: null, cause: null });
    open = true;
  };
  const close = (at: number, cause: BarCause) => {
    const last = segments.at(-1);
    if (last !== undefined && open) Object.assign(last, { to: Math.max(last.from, at), cause });
    open = false;
  };
  // What began it was dropped, or is told by the entry alone.
  if (entry.history[0]?.kind !== 'created' && entry.history[0]?.kind !== 'seen' && wasThere(entry))
    begin(entry.firstSeen);
  for (const event of entry.history) {
    if (event.kind === 'rejected') continue;
    if (event.kind === 'gone') {
      const end = endOf(event, ticks.at(-1));
      if (open) gone = { ...event, ...end };
      close(end.at, end.cause);
      continue;
    }
    if (event.kind === 'changed') close(event.at, 'overwritten');
    if (!open) begin(event.at);
    ticks.push(tickOf(event, recording));
  }
  const [first] = segments;
  if (first === undefined) return null;
  return {
    key: entry.key,
    from: first.from,
    fromKnown: entry.history[0]?.kind === 'created' && entry.forgotten === 0,
    segments,
    ticks,
    end: barEnd(entry, ticks.at(-1), segments.at(-1)?.to ?? null, gone),
    ...expiryOf(ticks, entry.cookie.expires),
  };
}

function wasThere(entry: CookieEntry): boolean {
  return entry.present || entry.forgotten > 0 || entry.history.some(({ kind }) => kind !== 'rejected');
}

/** The store tells of an expiry when it tidies up, or shows it by what is missing: it ended before. */
function endOf(
  { at, cause }: Gone,
  last: BarTick | undefined,
): { readonly at: number; readonly cause: Gone['cause'] } {
  const expires = last?.expires ?? null;
  const isQuiet = cause === 'expired' || cause === 'absent' || cause === 'unknown';
  return isQuiet && expires !== null && expires <= at ? { at: expires, cause: 'expired' } : { at, cause };
}

function barEnd(
  { present, cookie, changedAt }: CookieEntry,
  last: BarTick | undefined,
  endedAt: number | null,
  gone: Gone | null,
): BarEnd {
  if (!present) {
    return {
      kind: 'gone',
      at: endedAt ?? changedAt,
      cause: gone?.cause ?? 'unknown',
      by: gone?.by ?? { kind: 'browser' },
      planned: cookie.expires,
    };
  }
  if (cookie.expires === null) return { kind: 'session' };
  return { kind: 'expiry', at: cookie.expires, clamped: last?.clamped ?? false };
}

function tickOf(event: Exclude<CookieEvent, { kind: 'rejected' | 'gone' }>, recording: Recording): BarTick {
  const { at, kind, by } = event;
  const { expires } = event.after;
  const clamped =
    kind !== 'seen' &&
    expires !== null &&
    (expires - at >= maxLifetime - TOLERANCE_MS || wasClamped(by, recording));
  return { at, kind, expires, by, clamped };
}

function wasClamped(by: Writer, { setCookies, scriptWrites }: Recording): boolean {
  const line =
    by.kind === 'response'
      ? setCookies.get(by.setCookie)
      : by.kind === 'script'
        ? scriptWrites.get(by.write)
        : undefined;
  return (
    line?.predicted.stored === true &&
    line.predicted.adjustments.some(({ kind }) => kind === 'lifetime-clamped')
  );
}
