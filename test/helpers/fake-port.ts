import type { PortLike } from '../../src/platform/reconnecting-port.ts';

/** The other side of a port that a test opened. */
export interface FakePort {
  /** What the page sent, in order. */
  readonly sent: unknown[];
  say(message: unknown): void;
  /** Ends it, as a stopped worker does. */
  break(): void;
  /** From now on `postMessage` throws, as on a port whose end was not told yet. */
  refusePosts(): void;
}

export interface FakePorts {
  connect(): PortLike;
  readonly all: readonly FakePort[];
  last(): FakePort;
}

export function fakePorts(): FakePorts {
  const all: FakePort[] = [];
  return {
    all,
    last() {
      const port = all.at(-1);
      if (!port) throw new Error('No port was opened');
      return port;
    },
    connect() {
      const messages: ((message: unknown) => void)[] = [];
      const ends: (() => void)[] = [];
      const sent: unknown[] = [];
      let refusing = false;
      all.push({
        sent,
        say: (message) => {
          for (const listener of messages) listener(message);
        },
        break: () => {
          for (const listener of ends) listener();
        },
        refusePosts: () => {
          refusing = true;
        },
      });
      return {
        postMessage(message) {
          if (refusing) throw new Error('Attempting to use a disconnected port object');
          // As structured cloning would: what is changed later was not sent.
          sent.push(structuredClone(message));
        },
        disconnect: () => undefined,
        onMessage: { addListener: (listener) => messages.push(listener) },
        onDisconnect: { addListener: (listener) => ends.push(listener) },
      };
    },
  };
}
