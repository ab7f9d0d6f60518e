/** A page or worker under our eyes: expressions are evaluated in it, and no domain of the protocol is enabled. */
import type { Devtools } from './devtools-socket.ts';

export type Tab = {
  readonly targetId: string;
  send(method: string, params?: Record<string, unknown>): Promise<Record<string, unknown>>;
  on(method: string, listener: (params: Record<string, unknown>) => void): () => void;
  /** The value of an expression, awaited. */
  evaluate<T>(expression: string): Promise<T>;
  toFront(): Promise<void>;
  /** Lets go of the page without closing it. */
  detach(): Promise<void>;
  close(): Promise<void>;
};

type Evaluated = {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
};

export async function openTarget(
  devtools: Devtools,
  url: string,
  how: { background?: boolean; newWindow?: boolean } = {},
): Promise<Tab> {
  const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank', ...how });
  const tab = await attach(devtools, String(targetId));
  // Answers once the page is committed: what is evaluated from here on is evaluated in it.
  await tab.send('Page.navigate', { url });
  return tab;
}

export async function attach(devtools: Devtools, targetId: string): Promise<Tab> {
  const attached = await devtools.send('Target.attachToTarget', { targetId, flatten: true });
  const sessionId = String(attached.sessionId);
  return {
    targetId,
    send: (method, params) => devtools.send(method, params, sessionId),
    on: (method, listener) => devtools.on(sessionId, method, listener),
    async evaluate<T>(expression: string) {
      const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
      const { result, exceptionDetails } = (await devtools.send(
        'Runtime.evaluate',
        params,
        sessionId,
      )) as Evaluated;
      if (exceptionDetails === undefined) return result.value as T;
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    },
    async toFront() {
      await devtools.send('Target.activateTarget', { targetId });
    },
    async detach() {
      await devtools.send('Target.detachFromTarget', { sessionId });
    },
    async close() {
      await devtools.send('Target.closeTarget', { targetId });
    },
  };
}

/** The extension's service worker, which must be awake or about to be. */
export async function workerOf(devtools: Devtools, extensionId: string): Promise<Tab> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { targetInfos } = (await devtools.send('Target.getTargets')) as {
      targetInfos: { targetId: string; type: string; url: string }[];
    };
    const found = targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`),
    );
    if (found !== undefined) return attach(devtools, found.targetId);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    'The extension has no worker: Chromium refused to load it, or the worker threw at its start',
  );
}
