/** Watching scripts, wired: the switch, the injections, and the reports. */
import type { Fact } from '../../core/recording/fact.ts';
import { native } from '../../platform/native.ts';
import { isOwnPage } from '../../protocol/guard.ts';
import type { Journal } from '../journal/journal.ts';
import { presentFrames } from '../sources/web-navigation.ts';
import { canInject, inject, withdraw } from './inject.ts';
import { createScriptReports } from './script-reports.ts';
import { createScriptWatch, type ScriptWatch } from './script-watch.ts';

export interface StartOptions {
  readonly journal: Journal;
  readonly record: (tabId: number, fact: Fact) => void;
  readonly changed: (tabId: number) => void;
  readonly now: () => number;
}

/** Registers its listener at once. */
export function startScriptWatch({ journal, record, changed, now }: StartOptions): ScriptWatch {
  const present = (tabId: number) => presentFrames(tabId, now());
  const watch = createScriptWatch({ journal, canInject, inject, withdraw, present, changed });
  const own = { id: native.runtime.id, root: native.runtime.getURL('') };
  const reports = createScriptReports({ own, isActive: watch.isActive, record, now });
  native.runtime.onMessage.addListener((data: unknown, sender, reply) => {
    if (sender.tab === undefined || isOwnPage(sender, own)) return false;
    // The report may be what woke the worker.
    void journal.ready.then(() => reply(reports.hear(data, sender)));
    return true;
  });
  return {
    ...watch,
    forget(tabId) {
      watch.forget(tabId);
      reports.forget(tabId);
    },
  };
}
