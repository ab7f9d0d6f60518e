/** Which writing decided when a cookie ends, or that it ended. No DOM. */
import type { ParseResult } from '../../../core/cookie/types.ts';
import type { Recording, SetCookieEntry, Writer } from '../../../core/recording/recording.ts';
import type { BarTick, CookieBar } from '../../../core/timeline/bar.ts';

export interface Decision {
  readonly at: number;
  readonly by: Writer;
  /** null: it took the cookie away. */
  readonly tick: BarTick | null;
  /** The line, where a response wrote it and that is still recorded. */
  readonly setCookie: SetCookieEntry | null;
}

/** @param asked a writing that is pointed at, as its number; null: the one that holds. */
export function decisionOf(bar: CookieBar, asked: number | null, recording: Recording): Decision | null {
  const { end } = bar;
  const tick = asked === null ? bar.ticks.at(-1) : bar.ticks[asked];
  if (asked === null && end.kind === 'gone' && end.by.kind !== 'browser')
    return { at: end.at, by: end.by, tick: null, setCookie: lineOf(end.by, recording) };
  if (tick === undefined) return null;
  return { at: tick.at, by: tick.by, tick, setCookie: lineOf(tick.by, recording) };
}

function lineOf(by: Writer, { setCookies }: Recording): SetCookieEntry | null {
  return by.kind === 'response' ? (setCookies.get(by.setCookie) ?? null) : null;
}

/** The attribute that says how long: Max-Age goes before Expires (RFC 6265bis 5.7). null: there is none. */
export function decidingAttribute(parsed: ParseResult): string | null {
  if (!parsed.ok) return null;
  const { attributes, maxAge, expires } = parsed.cookie;
  const name = maxAge !== undefined ? 'max-age' : expires !== undefined ? 'expires' : null;
  const found = attributes.findLast((each) => each.name.toLowerCase() === name);
  return found === undefined ? null : `${found.name}=${found.value}`;
}
