/** The bars of a recording, each computed once for each of its cookie's states: 200 changes a second cost 200 bars, not 3,300 each. */
import type { BrowserCookie } from '../recording/fact.ts';
import type { CookieEntry, Recording } from '../recording/recording.ts';
import { barOf, type CookieBar } from './bar.ts';

interface Held {
  readonly bar: CookieBar | null;
  readonly cookie: BrowserCookie;
  readonly changedAt: number;
  readonly events: number;
  readonly explained: number;
  readonly present: boolean;
}

export interface Bars {
  /** The same object as long as nothing about the cookie changed; null: it was only ever refused. */
  of(entry: CookieEntry, recording: Recording): CookieBar | null;
}

/** One for each reader; it holds no entry that its recording has let go. */
export function createBars(): Bars {
  const bars = new WeakMap<CookieEntry, Held>();
  return {
    of(entry, recording) {
      const held = bars.get(entry);
      if (held !== undefined && holds(held, entry)) return held.bar;
      const bar = barOf(entry, recording);
      bars.set(entry, {
        bar,
        cookie: entry.cookie,
        changedAt: entry.changedAt,
        events: entry.history.length + entry.forgotten,
        explained: entry.explainedLater,
        present: entry.present,
      });
      return bar;
    },
  };
}

function holds({ cookie, changedAt, events, explained, present }: Held, entry: CookieEntry): boolean {
  return (
    cookie === entry.cookie &&
    changedAt === entry.changedAt &&
    events === entry.history.length + entry.forgotten &&
    explained === entry.explainedLater &&
    present === entry.present
  );
}
