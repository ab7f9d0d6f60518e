/** Pages that look at a tab: what they get (a snapshot, then deltas by number) and what they ask for. */
import type { Entry } from '../core/recording/fact.ts';
import { native } from '../platform/native.ts';
import { guardPageMessage, isOwnPage } from '../protocol/guard.ts';
import {
  type Call,
  type CallResult,
  type PageMessage,
  PORT_NAME,
  type TabState,
  type WorkerMessage,
} from '../protocol/port.ts';
import type { ReplayProgress } from '../protocol/replay.ts';
import { SAMPLE_PORT } from '../protocol/sample.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { WorkbenchState } from '../protocol/workbench.ts';
import type { Journal, TabJournal } from './journal/journal.ts';
import type { WorkbenchMessage } from './workbench/workbench.ts';

export interface Hub {
  /** A fact was recorded. */
  delta(tabId: number, entry: Entry): void;
  /** Pages of the tab must begin again. */
  resend(tabId: number): void;
  refreshState(tabId: number): void;
  /** How far a replay is. */
  replay(tabId: number, progress: ReplayProgress): void;
  /** What the workbench of the tab's store has to say. */
  workbench(tabId: number, message: WorkbenchMessage): void;
  refreshAllStates(): void;
  isWatched(tabId: number): boolean;
}

export interface HubOptions {
  readonly journal: Journal;
  readonly now: () => number;
  /** A page came to look at a tab: makes sure that there is something to see. */
  readonly begin: (tabId: number) => Promise<void>;
  readonly watchersChanged: (tabId: number) => void;
  /** true: some of them were missing. */
  readonly takeBack: (tabId: number, entries: readonly Entry[]) => Promise<boolean>;
  readonly call: (tabId: number, call: Call) => Promise<CallResult>;
  readonly stateOf: (tabId: number) => Promise<TabState>;
  /** null: the tab has no store. */
  readonly workbenchOf: (tabId: number) => Promise<WorkbenchState | null>;
}

interface Watcher {
  readonly port: chrome.runtime.Port;
  readonly tabId: number;
  /** Deltas up to this number are in what was sent; null: the snapshot is still to come. */
  sentSeq: number | null;
}

/**
 * A worker can be killed at any moment, and a fact that neither a page nor the storage has is lost with it: facts are
 * posted at once. In a storm, when so many posts within a second are used up, those of a frame's time travel
 * together: a post costs more than what it carries.
 */
const POSTS_A_SECOND = 60;
const FRAME_MS = 16;
const PART = 2000;

export function createHub(options: HubOptions): Hub {
  const { journal, now } = options;
  const watchers = new Set<Watcher>();
  const waiting = new Map<number, Entry[]>();
  let scheduled = false;
  let second = Number.NEGATIVE_INFINITY;
  let posts = 0;

  const post = (watcher: Watcher, message: WorkerMessage) => {
    try {
      watcher.port.postMessage(message);
    } catch {
      watchers.delete(watcher);
    }
  };
  const of = (tabId: number) => [...watchers].filter((watcher) => watcher.tabId === tabId);

  const flush = () => {
    scheduled = false;
    for (const [tabId, entries] of waiting) {
      const tab = journal.tab(tabId);
      if (tab === undefined) continue;
      const epoch = epochOf(tab);
      for (const watcher of of(tabId)) {
        const { sentSeq } = watcher;
        if (sentSeq === null) continue;
        const newer = entries.filter((entry) => entry.seq > sentSeq);
        if (newer.length === 0) continue;
        watcher.sentSeq = newer.at(-1)?.seq ?? sentSeq;
        post(watcher, message({ kind: 'delta', epoch, entries: newer, journaled: journal.written(tabId) }));
      }
    }
    waiting.clear();
  };

  const flushSoon = () => {
    if (scheduled) return;
    const at = now();
    // A clock set back begins a second too, and must not hold up the pages.
    if (at < second || at >= second + 1000) {
      second = at;
      posts = 0;
    }
    posts += 1;
    if (posts <= POSTS_A_SECOND) flush();
    else {
      scheduled = true;
      setTimeout(flush, FRAME_MS);
    }
  };

  const attach = async (watcher: Watcher, have: { epoch: string; seq: number } | null) => {
    const { tabId } = watcher;
    const inherited = journal.inherited(tabId);
    const tab = journal.tab(tabId);
    if (have !== null && tab !== undefined && isOf(tab, have.epoch) && inherited !== undefined) {
      post(watcher, message({ kind: 'ask-return', journaled: inherited }));
    }
    await options.begin(tabId);
    post(watcher, message({ kind: 'state', state: await options.stateOf(tabId) }));
    await send(watcher, have);
    const workbench = await options.workbenchOf(tabId);
    if (workbench !== null) post(watcher, message({ kind: 'workbench', state: workbench }));
  };

  const send = (watcher: Watcher, have: { epoch: string; seq: number } | null) =>
    journal.read(watcher.tabId, (entries) => {
      const tab = journal.tab(watcher.tabId);
      if (tab === undefined) {
        post(watcher, message({ kind: 'snapshot', epoch: '', part: 0, last: true, entries: [] }));
        return;
      }
      const epoch = epochOf(tab);
      let newer: readonly Entry[] = [];
      if (have !== null && have.epoch === epoch) {
        newer = entries.filter((entry) => entry.seq > have.seq);
      } else {
        const parts = Math.max(1, Math.ceil(entries.length / PART));
        for (let part = 0; part < parts; part += 1) {
          const some = entries.slice(part * PART, (part + 1) * PART);
          post(watcher, message({ kind: 'snapshot', epoch, part, last: part === parts - 1, entries: some }));
        }
      }
      const journaled = journal.written(watcher.tabId);
      post(watcher, message({ kind: 'delta', epoch, entries: newer, journaled }));
      watcher.sentSeq = tab.seq;
    });

  const takeBack = async (watcher: Watcher, epoch: string, entries: readonly Entry[]) => {
    const tab = journal.tab(watcher.tabId);
    if (tab === undefined || !isOf(tab, epoch)) return;
    if (!(await options.takeBack(watcher.tabId, entries))) return;
    // Other pages of the tab may have less than this one had.
    for (const other of of(watcher.tabId)) if (other !== watcher) restart(other);
  };

  const restart = (watcher: Watcher) => {
    watcher.sentSeq = null;
    send(watcher, null).catch(complain);
  };

  const hear = async (watcher: Watcher, said: PageMessage) => {
    // What a page says while the worker wakes up must not find an empty journal.
    await journal.ready;
    switch (said.kind) {
      case 'attach':
        return attach(watcher, said.have);
      case 'return':
        return takeBack(watcher, said.epoch, said.entries);
      case 'call': {
        const result = await options.call(watcher.tabId, said.call);
        post(watcher, message({ kind: 'reply', id: said.id, result }));
        return;
      }
    }
  };

  const own = { id: native.runtime.id, root: native.runtime.getURL('') };
  native.runtime.onConnect.addListener((port) => {
    if (port.name === SAMPLE_PORT) return;
    if (port.name !== PORT_NAME || !isOwnPage(port.sender, own)) {
      port.disconnect();
      return;
    }
    let watcher: Watcher | null = null;
    port.onMessage.addListener((data: unknown) => {
      const guarded = guardPageMessage(data);
      if (!guarded.ok) {
        if (guarded.why === 'version') port.postMessage(message({ kind: 'mismatch' }));
        return;
      }
      const said = guarded.message;
      if (said.kind === 'attach') {
        if (watcher !== null) watchers.delete(watcher);
        watcher = { port, tabId: said.tabId, sentSeq: null };
        watchers.add(watcher);
        options.watchersChanged(said.tabId);
      }
      if (watcher !== null) hear(watcher, said).catch(complain);
    });
    port.onDisconnect.addListener(() => {
      if (watcher === null) return;
      watchers.delete(watcher);
      options.watchersChanged(watcher.tabId);
    });
  });

  const refreshState = (tabId: number) => {
    const concerned = of(tabId);
    if (concerned.length === 0) return;
    options.stateOf(tabId).then((state) => {
      for (const watcher of concerned) post(watcher, message({ kind: 'state', state }));
    }, complain);
  };

  return {
    delta(tabId, entry) {
      if (!this.isWatched(tabId)) return;
      const list = waiting.get(tabId);
      if (list === undefined) waiting.set(tabId, [entry]);
      else list.push(entry);
      flushSoon();
    },
    resend(tabId) {
      for (const watcher of of(tabId)) restart(watcher);
    },
    refreshState,
    replay(tabId, progress) {
      for (const watcher of of(tabId)) post(watcher, message({ kind: 'replay', progress }));
    },
    workbench(tabId, said) {
      for (const watcher of of(tabId)) post(watcher, message(said));
    },
    refreshAllStates() {
      for (const tabId of new Set([...watchers].map((watcher) => watcher.tabId))) refreshState(tabId);
    },
    isWatched(tabId) {
      for (const watcher of watchers) if (watcher.tabId === tabId) return true;
      return false;
    },
  };
}

/** A cut begins a new epoch for the pages: what they show of the time before is no longer so. */
function epochOf({ epoch, cuts }: TabJournal): string {
  return `${epoch}.${cuts}`;
}

/** Whether a page's epoch is this journal's, now or before a cut: the numbers mean the same in all of them. */
function isOf({ epoch }: TabJournal, pages: string): boolean {
  return pages.startsWith(`${epoch}.`);
}

function complain(error: unknown): void {
  console.error('Crumbtrail: page', String(error));
}

type Unversioned<T> = T extends unknown ? Omit<T, 'version'> : never;

function message(content: Unversioned<WorkerMessage>): WorkerMessage {
  return { version: PROTOCOL_VERSION, ...content } as WorkerMessage;
}
