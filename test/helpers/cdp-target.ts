import type { CDPSession } from 'playwright';

/** A session with one target, DevTools pages included, which Playwright itself does not show as pages. */
export type TargetSession = {
  send(method: string, params?: object): Promise<unknown>;
  /** The value of an expression, awaited; an exception in it rejects with its text. */
  evaluate(expression: string): Promise<unknown>;
};

type Answer = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};
type Waiting = { resolve(value: unknown): void; reject(error: Error): void };
type Evaluated = {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
};

/** Talks to a target through messages of the browser's session, since Playwright gives out no session for it. */
export async function attachTarget(root: CDPSession, targetId: string): Promise<TargetSession> {
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  root.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const answer = JSON.parse(event.message) as Answer;
    const call = answer.id === undefined ? undefined : waiting.get(answer.id);
    if (call === undefined || answer.id === undefined) return;
    waiting.delete(answer.id);
    if (answer.error === undefined) call.resolve(answer.result);
    else call.reject(new Error(answer.error.message));
  });
  root.on('Target.detachedFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    for (const call of waiting.values()) call.reject(new Error('The target is gone'));
    waiting.clear();
  });
  const send = (method: string, params: object = {}) => {
    const id = ++lastId;
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
    root
      .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
      .catch((error: unknown) => waiting.get(id)?.reject(new Error(String(error))));
    return answer;
  };
  return {
    send,
    evaluate: async (expression) => {
      const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
      const { result, exceptionDetails } = (await send('Runtime.evaluate', params)) as Evaluated;
      if (exceptionDetails === undefined) return result.value;
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    },
  };
}
