/** The popup's questions to the browser and the worker. */
import { native } from '../platform/native.ts';
import type { Message } from '../protocol/message.ts';
import type { TabView } from './model.ts';

const EVERYWHERE = ['http://*/*', 'https://*/*'];
/** A worker that has to start and read its journal takes a moment; more is no answer. */
const ANSWER_WITHIN_MS = 5000;

/** The tab in front, or the one named in `?tabId=N`; null: there is none. */
export async function tabView(search: string): Promise<TabView | null> {
  const asked = Number(new URLSearchParams(search).get('tabId') ?? Number.NaN);
  const tab = Number.isInteger(asked)
    ? await native.tabs.get(asked).catch(() => undefined)
    : (await native.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) return null;
  return { tabId: tab.id, url: tab.url, access: await hasAccess(tab.url) };
}

async function hasAccess(url: string | undefined): Promise<boolean> {
  const page = url !== undefined && /^https?:/.test(url) ? new URL(url) : null;
  // A match pattern has no port.
  const origins = page === null ? EVERYWHERE : [`${page.protocol}//${page.hostname}/*`];
  return native.permissions.contains({ origins }).catch(() => false);
}

/** Resolves to the worker's answer; rejects where none comes. */
export function askReport(tabId: number): Promise<unknown> {
  const message: Message = { kind: 'report', tabId };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), ANSWER_WITHIN_MS);
  });
  return Promise.race([native.runtime.sendMessage(message), tooLate]).finally(() => clearTimeout(timer));
}

/** Must be called from a click. */
export function requestAccess(): Promise<boolean> {
  return native.permissions.request({ origins: EVERYWHERE }).catch(() => false);
}

export async function openReport(tabId: number): Promise<void> {
  await native.tabs.create({ url: native.runtime.getURL(`src/panel/panel.html?tabId=${tabId}`) });
  window.close();
}
