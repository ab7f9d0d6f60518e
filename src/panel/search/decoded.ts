/**
 * What stands inside cookies' values, to search in. To decode a full jar takes the better part of a second, so that is done in idle time,
 * a few at a time, once somebody asks, and by code that is loaded then.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { BrowserCookie } from '../../core/recording/fact.ts';

type Decode = (value: string) => string;

export interface Decoder {
  /** In lower case; empty while it is not known yet, which is then soon done. */
  text(cookie: BrowserCookie): string;
  /** Moves on when more is known: what was searched without it is to be searched again. */
  readonly turn: ReadonlySignal<number>;
}

/** Milliseconds at a stretch: less than a frame. */
const STRETCH_MS = 8;
/** Milliseconds until what is known meanwhile is searched. */
const TELL_MS = 150;

export interface DecoderParts {
  load(): Promise<Decode>;
  /** Calls soon, when nothing else is to do. */
  idle(run: () => void): void;
  now(): number;
}

export function createDecoder({ load, idle, now }: DecoderParts): Decoder {
  const known = new WeakMap<BrowserCookie, string>();
  let waiting = new Set<BrowserCookie>();
  let working = false;
  let told = 0;
  const turn = signal(0);

  async function work(): Promise<void> {
    try {
      const decode = await load();
      told = now();
      idle(() => stretch(decode));
    } catch {
      // Without the code (the extension was updated) values are searched as they are.
      working = false;
    }
  }

  function stretch(decode: Decode): void {
    const end = now() + STRETCH_MS;
    for (const cookie of waiting) {
      known.set(cookie, decode(cookie.value));
      waiting.delete(cookie);
      if (now() >= end) break;
    }
    working = waiting.size > 0;
    if (!working || now() - told > TELL_MS) {
      told = now();
      turn.value += 1;
    }
    if (working) idle(() => stretch(decode));
    else waiting = new Set();
  }

  return {
    turn,
    text(cookie) {
      const text = known.get(cookie);
      if (text !== undefined) return text;
      // Nothing can be inside of what is this short.
      if (cookie.value.length < 2) return '';
      waiting.add(cookie);
      if (!working) {
        working = true;
        void work();
      }
      return '';
    },
  };
}

const decoder = createDecoder({
  load: async () => (await import('../../core/value/search-text.ts')).searchText,
  idle: (run) =>
    void (typeof requestIdleCallback === 'function'
      ? requestIdleCallback(run, { timeout: 200 })
      : setTimeout(run)),
  now: () => performance.now(),
});

export const decodedText = decoder.text;
export const decodedTurn = decoder.turn;
