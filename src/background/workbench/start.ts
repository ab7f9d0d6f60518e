/** The workbench of this browser, wired. */
import { browserKind, native } from '../../platform/native.ts';
import type { Tabs } from '../tabs.ts';
import { type AnnounceOptions, createAnnounce } from './announce.ts';
import { type CookieAccess, createCookieAccess } from './cookie-access.ts';
import { createGuards } from './guards.ts';
import { createWorkbench, type Workbench, type WorkbenchMessage } from './workbench.ts';

export interface StartOptions extends Omit<AnnounceOptions, 'tabsOf' | 'urlOf'> {
  readonly tabs: Tabs;
  readonly isRecorded: (tabId: number) => boolean;
  readonly tell: (tabId: number, message: WorkbenchMessage) => void;
  readonly newId: () => string;
  /** There was no worker before this one since the extension was installed or updated. */
  readonly isFirst: boolean;
}

const PRIVATE_STORE = browserKind === 'firefox' ? 'firefox-private' : '1';

/** Guards act often: pages are told of it this often at most. */
const TELL_GUARDS_MS = 250;

export function startWorkbench(options: StartOptions): Workbench {
  const { tabs, now, newId, isFirst } = options;
  const storage = native.storage.session;
  const accesses = new Map<string, CookieAccess>();
  const accessTo = (storeId: string) => {
    const access =
      accesses.get(storeId) ??
      createCookieAccess(native.cookies, { storeId, isFirefox: browserKind === 'firefox' });
    accesses.set(storeId, access);
    return access;
  };
  const announce = createAnnounce({
    ...options,
    *tabsOf(storeId) {
      for (const tabId of tabs.inStore(storeId)) if (options.isRecorded(tabId)) yield tabId;
    },
    urlOf: (tabId) => tabs.info(tabId)?.url ?? null,
  });

  const waiting = new Set<string>();
  const changed = (storeId: string) => {
    if (waiting.has(storeId)) return;
    waiting.add(storeId);
    setTimeout(() => {
      waiting.delete(storeId);
      workbench.refresh(storeId);
    }, TELL_GUARDS_MS);
  };
  const guards = createGuards({
    events: native.cookies.onChanged,
    storage,
    accessTo,
    announce,
    changed,
    now,
    isFirst,
  });

  const workbench = createWorkbench({
    storage,
    accessTo,
    storeOf: async (tabId) => (tabs.info(tabId) ?? (await tabs.describe(tabId)))?.storeId ?? null,
    tell(storeId, message) {
      for (const tabId of tabs.inStore(storeId)) options.tell(tabId, message);
    },
    announce,
    guards,
    now,
    newId,
  });
  // Private windows leave nothing behind, whether a worker saw the last one close or not.
  const forgetPrivate = () => {
    if (tabs.inStore(PRIVATE_STORE)[Symbol.iterator]().next().done) void workbench.forget(PRIVATE_STORE);
  };
  void tabs.known.then((isKnown) => {
    if (isKnown) forgetPrivate();
  });
  native.tabs.onRemoved.addListener((tabId) => {
    // After everybody has heard of it.
    if (tabs.info(tabId)?.storeId === PRIVATE_STORE) setTimeout(forgetPrivate);
  });
  return workbench;
}
