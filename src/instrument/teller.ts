/** Tells the companion, in the other world, of each write: by an event whose name only the two know. */
import {
  addEventListener,
  apply,
  dispatchEvent,
  later,
  NativeCustomEvent,
  now,
  removeEventListener,
  stringify,
} from './natives.ts';

export interface Teller {
  /** Whether there is room for one more; where not, it is counted as lost. */
  hasRoom(): boolean;
  tell(report: object): void;
  stop(): void;
}

/** Writes told at once, and how many more each second. */
const BURST = 60;
const PER_SECOND = 20;
const LOSS_MS = 1000;

/**
 * @param channel also the names of what the companion says: `+` to begin, `-` to stop.
 * @param stopped the companion wants no more.
 */
export function createTeller(channel: string, stopped: () => void): Teller {
  // Of the same object in both worlds, and document.open() does not take its listeners away.
  const target: EventTarget = performance;
  const begin = `${channel}+`;
  const end = `${channel}-`;
  const waiting: object[] = [];
  let first = 0;
  let isHeard = false;
  let isDue = false;
  let room = BURST;
  let refilled = now();
  let lost = 0;

  const flush = () => {
    isDue = false;
    if (!isHeard) return;
    for (; first < waiting.length; first += 1) send(waiting[first] as object);
    waiting.length = 0;
    first = 0;
  };
  const send = (report: object) => {
    const detail = stringify(report);
    apply(dispatchEvent, target, [new NativeCustomEvent(channel, { detail })]);
  };
  const flushSoon = async () => {
    if (isDue) return;
    isDue = true;
    // After the script that writes, and before its page can go away.
    await null;
    try {
      flush();
    } catch {
      // The page had replaced what events are made with before we came: it is not told of.
    }
  };
  const sendLoss = () => {
    const count = lost;
    lost = 0;
    if (isHeard) send({ __proto__: null, lost: count });
  };
  const onBegin = () => {
    isHeard = true;
    flush();
  };
  const stop = () => {
    isHeard = false;
    waiting.length = 0;
    first = 0;
    apply(removeEventListener, target, [begin, onBegin]);
    apply(removeEventListener, target, [end, onEnd]);
  };
  const onEnd = () => {
    stop();
    stopped();
  };
  apply(addEventListener, target, [begin, onBegin]);
  apply(addEventListener, target, [end, onEnd]);

  return {
    hasRoom() {
      const at = now();
      // A clock set back gives nothing.
      if (at > refilled) {
        const refill = room + ((at - refilled) * PER_SECOND) / 1000;
        room = refill > BURST ? BURST : refill;
      }
      refilled = at;
      if (room >= 1 && waiting.length < BURST) {
        room -= 1;
        return true;
      }
      lost += 1;
      if (lost === 1) later(sendLoss, LOSS_MS);
      return false;
    },
    tell(report) {
      waiting[waiting.length] = report;
      void flushSoon();
    },
    stop,
  };
}
