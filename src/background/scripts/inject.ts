/** Puts the instrument into one document: in the page's own world, and beside it in ours. */
import { native } from '../../platform/native.ts';
import type { InstrumentCommand } from '../../protocol/instrument.ts';

/** A document of a tab; Firefox names no documents, only their frames. */
export interface Place {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId?: string;
}

const PAGE = '/instrument/page.js';
const COMPANION = '/instrument/companion.js';

/** Whether the person has allowed it, and the browser has it. */
export async function canInject(): Promise<boolean> {
  return (
    native.scripting !== undefined &&
    (await native.permissions.contains({ permissions: ['scripting'] }).catch(() => false))
  );
}

/** Resolves when the document is watched, or is not to be had (a page of the browser, one that is gone). */
export async function inject({ tabId, frameId, documentId }: Place): Promise<void> {
  const target =
    documentId === undefined ? { tabId, frameIds: [frameId] } : { tabId, documentIds: [documentId] };
  // The page's own scripts run from this moment on: the instrument first, and what it sees waits for the companion.
  const page = native.scripting.executeScript({
    target,
    world: 'MAIN',
    injectImmediately: true,
    files: [PAGE],
  });
  const companion = native.scripting.executeScript({
    target,
    world: 'ISOLATED',
    injectImmediately: true,
    files: [COMPANION],
  });
  const [results] = await Promise.all([page, companion]);
  const channel: unknown = (results[0]?.result as { channel?: unknown } | undefined)?.channel;
  if (typeof channel !== 'string') return;
  const to = documentId === undefined ? { frameId } : { documentId };
  await native.tabs.sendMessage(tabId, { kind: 'listen', channel } satisfies InstrumentCommand, to);
}

/** All frames of the tab take the instrument off again. */
export async function withdraw(tabId: number): Promise<void> {
  await native.tabs.sendMessage(tabId, { kind: 'stop' } satisfies InstrumentCommand).catch(() => undefined);
}
