/** Starts and stops an extension's service worker through the session of any page. */
import type { CDPSession } from 'playwright';

/** Resolves when it runs; it may run already. */
export function startWorker(session: CDPSession, extensionId: string): Promise<void> {
  const scopeURL = `chrome-extension://${extensionId}/`;
  return change(session, scopeURL, 'running', () => session.send('ServiceWorker.startWorker', { scopeURL }));
}

/** As the browser does after 30 idle seconds; resolves when it has stopped. Workers of pages are stopped with it. */
export function stopWorker(session: CDPSession, extensionId: string): Promise<void> {
  const scope = `chrome-extension://${extensionId}/`;
  return change(session, scope, 'stopped', () => session.send('ServiceWorker.stopAllWorkers'));
}

async function change(
  session: CDPSession,
  scope: string,
  wanted: 'running' | 'stopped',
  order: () => Promise<unknown>,
): Promise<void> {
  const reached = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const isReached = versions.some(
        ({ scriptURL, runningStatus }) => scriptURL.startsWith(scope) && runningStatus === wanted,
      );
      if (isReached) resolve();
    });
  });
  // Says first how things are.
  await session.send('ServiceWorker.enable');
  await order();
  await reached;
  await session.send('ServiceWorker.disable');
}
