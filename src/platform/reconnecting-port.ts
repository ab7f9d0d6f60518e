/**
 * A port that outlives the worker. Chromium stops an idle worker and every port to it breaks: this one connects
 * again after 100 ms, doubling to 5 s, announces itself anew and sends what was queued meanwhile.
 * The same cure as Redux DevTools (https://github.com/reduxjs/redux-devtools/pull/2117).
 */

/** As much of `runtime.Port` as is needed. */
export interface PortLike {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

export interface ReconnectingPortOptions {
  /** Opens a port; may throw, which for good means that this page's extension is gone. */
  readonly connect: () => PortLike;
  /** The first message of every connection. */
  readonly announce: () => unknown;
  readonly onMessage: (message: unknown) => void;
  /** `waiting`: broken, a new try is due. `gone`: the extension was replaced or removed; no more tries. */
  readonly onStatus: (status: 'open' | 'waiting' | 'gone') => void;
  /** Whether an error of `connect` is final. */
  readonly isFinal?: (error: unknown) => boolean;
  /** Most messages that wait for a connection; the oldest go first. Default 100. */
  readonly queueLimit?: number;
}

export interface ReconnectingPort {
  /** Sends now, or once there is a connection again. */
  send(message: unknown): void;
  /** Sends the announcement again on the connection there is. */
  announce(): void;
  /** Breaks the connection and begins anew at once. */
  reconnect(): void;
  close(): void;
}

export const FIRST_DELAY = 100;
export const LONGEST_DELAY = 5_000;

/** Connects at once. */
export function createReconnectingPort(options: ReconnectingPortOptions): ReconnectingPort {
  const { queueLimit = 100 } = options;
  const queue: unknown[] = [];
  let port: PortLike | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = FIRST_DELAY;
  let closed = false;

  function connect(): void {
    clearTimeout(timer);
    if (closed) return;
    let opened: PortLike;
    try {
      opened = options.connect();
    } catch (error) {
      if (options.isFinal?.(error)) {
        closed = true;
        options.onStatus('gone');
      } else retry();
      return;
    }
    port = opened;
    opened.onMessage.addListener((message) => {
      if (port !== opened) return;
      // Only a word from the other side proves the connection; opening one always succeeds.
      delay = FIRST_DELAY;
      options.onMessage(message);
    });
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return;
      port = null;
      retry();
    });
    options.onStatus('open');
    try {
      opened.postMessage(options.announce());
    } catch {
      port = null;
      retry();
      return;
    }
    while (queue.length > 0 && port === opened) post(queue.shift());
  }

  function retry(): void {
    if (closed) return;
    options.onStatus('waiting');
    timer = setTimeout(connect, delay);
    delay = Math.min(delay * 2, LONGEST_DELAY);
  }

  function keep(message: unknown): void {
    queue.push(message);
    if (queue.length > queueLimit) queue.shift();
  }

  function post(message: unknown): void {
    if (!port) {
      keep(message);
      return;
    }
    try {
      port.postMessage(message);
    } catch {
      // The port broke a moment before its event: the message goes with the next connection.
      keep(message);
      port = null;
      retry();
    }
  }

  connect();
  return {
    send: (message) => {
      if (!closed) post(message);
    },
    announce: () => {
      if (port) post(options.announce());
    },
    reconnect: () => {
      const old = port;
      port = null;
      old?.disconnect();
      delay = FIRST_DELAY;
      connect();
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      port?.disconnect();
      port = null;
    },
  };
}
