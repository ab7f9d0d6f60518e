import WebSocket from 'ws';

/** A WebDriver BiDi connection: https://w3c.github.io/webdriver-bidi/ */
export type BidiConnection = {
  /** Sends a command; rejects with the error's code and message. */
  send(method: string, params: object): Promise<unknown>;
  close(): void;
};

type Answer =
  | { readonly type: 'success'; readonly id: number; readonly result: unknown }
  | { readonly type: 'error'; readonly id: number | null; readonly error: string; readonly message: string }
  | { readonly type: 'event' };

type Waiting = { resolve(value: unknown): void; reject(error: Error): void };

export async function connectBidi(address: string): Promise<BidiConnection> {
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  socket.on('message', (data) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.type === 'event' || answer.id === null) return;
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.type === 'success') call?.resolve(answer.result);
    else call?.reject(new Error(`${answer.error}: ${answer.message}`));
  });
  socket.on('error', () => socket.close());
  socket.on('close', () => {
    for (const call of waiting.values()) call.reject(new Error('Firefox closed the connection'));
    waiting.clear();
  });
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params }), (error) => {
          if (error) reject(error);
        });
      }),
    close: () => socket.close(),
  };
}
