/** What instruments report, as facts: guarded, bounded in size and rate, with what the browser says of the sender. */
import type { Fact } from '../../core/recording/fact.ts';
import { parseStack } from '../../core/recording/stack.ts';
import { withoutUserinfo } from '../../core/recording/url.ts';
import { guardInstrumentMessage } from '../../protocol/instrument.ts';
import { type Budget, createBudget } from './budget.ts';

/** As much as `runtime.onMessage` tells; nothing of it is the page's word. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

export interface ScriptReportsOptions {
  /** The extension's id and the beginning of its addresses. */
  readonly own: { readonly id: string; readonly root: string };
  readonly isActive: (tabId: number) => boolean;
  readonly record: (tabId: number, fact: Fact) => void;
  readonly now: () => number;
}

export interface ScriptReports {
  /** true: taken; false: the sender may stop; null: not an instrument's. */
  hear(data: unknown, sender: Sender): boolean | null;
  forget(tabId: number): void;
}

/** Of one tab, all its frames together. A journal keeps 20,000 facts. */
const BURST = 300;
const PER_SECOND = 40;
const LONGEST_URL = 2000;
/** A report is on its way for less than this. */
const OLDEST_MS = 10_000;

export function createScriptReports({ own, isActive, record, now }: ScriptReportsOptions): ScriptReports {
  const budgets = new Map<number, Budget>();
  const budgetOf = (tabId: number) => {
    const known = budgets.get(tabId) ?? createBudget(BURST, PER_SECOND, now);
    budgets.set(tabId, known);
    return known;
  };

  return {
    hear(data, { id, url, frameId, documentId, tab }) {
      const tabId = tab?.id;
      if (id !== own.id || tabId === undefined || url === undefined || url.startsWith(own.root)) return null;
      const message = guardInstrumentMessage(data);
      if (message === null) return null;
      if (!isActive(tabId)) return false;
      const budget = budgetOf(tabId);
      const at = Math.min(now(), Math.max(message.at, now() - OLDEST_MS));
      if (message.kind === 'stored-items') {
        if (!/^https?:/.test(url)) return true;
        const { origin } = new URL(url);
        for (const item of message.items.slice(0, budget.take(message.items.length)))
          record(tabId, { kind: 'web-storage', at, origin, ...item });
        return true;
      }
      const taken = message.writes.slice(0, budget.take(message.writes.length));
      for (const { api, line, stack } of taken) {
        record(tabId, {
          kind: 'script-write',
          at,
          api,
          line,
          url: withoutUserinfo(url).slice(0, LONGEST_URL),
          frameId: frameId ?? 0,
          ...(documentId === undefined ? {} : { documentId }),
          stack: parseStack(stack, own.root),
        });
      }
      const lost = message.lost + message.writes.length - taken.length;
      if (lost > 0 && budget.take(1) === 1) record(tabId, { kind: 'script-loss', at, count: lost });
      return true;
    },
    forget: (tabId) => void budgets.delete(tabId),
  };
}
