/** The DevTools protocol over the browser's own socket, flat sessions, nothing more. */
import { WebSocket } from 'ws';

type Params = Record<string, unknown>;
type Listener = (params: Params) => void;

export type Devtools = {
  send(method: string, params?: Params, sessionId?: string): Promise<Params>;
  /** Hears an event of the browser ('') or of a session; returns how to stop. */
  on(sessionId: string, method: string, listener: Listener): () => void;
  close(): void;
};

type Incoming = {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
};

export async function connectDevtools(address: string): Promise<Devtools> {
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 512 * 1024 * 1024 });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const calls = new Map<number, { resolve: (result: Params) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, Set<Listener>>();
  let last = 0;
  socket.on('message', (data) => {
    const said = JSON.parse(String(data)) as Incoming;
    if (said.id === undefined) {
      for (const listener of listeners.get(`${said.sessionId ?? ''} ${said.method}`) ?? []) {
        listener(said.params ?? {});
      }
      return;
    }
    const call = calls.get(said.id);
    calls.delete(said.id);
    if (said.error === undefined) call?.resolve(said.result ?? {});
    else call?.reject(new Error(said.error.message));
  });
  socket.on('close', () => {
    for (const call of calls.values()) call.reject(new Error('The browser is gone'));
    calls.clear();
  });
  return {
    send(method, params = {}, sessionId) {
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        calls.set(id, { resolve, reject });
        socket.send(
          JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }),
        );
      });
    },
    on(sessionId, method, listener) {
      const key = `${sessionId} ${method}`;
      const set = listeners.get(key) ?? new Set();
      listeners.set(key, set.add(listener));
      return () => set.delete(listener);
    },
    close: () => socket.close(),
  };
}
