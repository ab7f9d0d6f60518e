import { signal } from '@preact/signals';
import { auditSubjects } from '../../src/core/audit/audit.ts';
import { buildSubjects } from '../../src/core/audit/build-subject.ts';
import type { Recording } from '../../src/core/recording/recording.ts';
import type { Audited } from '../../src/panel/audit-recording.ts';
import { createEndings } from '../../src/panel/endings/model.ts';
import type { Panel } from '../../src/panel/panel.ts';
import { createStore } from '../../src/panel/store.ts';
import { memoryPreferences } from '../../src/platform/preferences.ts';
import { mutedIn, saidIn } from '../../src/protocol/choices.ts';
import type { Call, CallResult } from '../../src/protocol/port.ts';

export interface AuditedPanel {
  readonly panel: Panel;
  /** What the worker was asked for. */
  readonly calls: Call[];
  /** What it answers from now on. */
  answer(result: CallResult): void;
  /** Judges anew, as the panel does when something changed. */
  audit(): void;
}

/** A panel on a recording, with its own audit of it. */
export function auditedPanel(recording: Recording, preferences: Record<string, unknown> = {}): AuditedPanel {
  const store = createStore(memoryPreferences(preferences), 'sessions');
  store.sink.replace(recording);
  const audited = signal<Audited | null>(null);
  const now = recording.lastAt;
  const calls: Call[] = [];
  let result: CallResult = { ok: true };
  const judge = () => {
    const subjects = buildSubjects(recording, (site, name) => saidIn(store.saidOf.peek(), site, name));
    const mutedOf = (site: string) => mutedIn(store.muted.peek(), site);
    audited.value = {
      report: auditSubjects(subjects, { now, source: 'browser', mutedOf }),
      subjects,
      texts: {},
    };
  };
  judge();
  return {
    calls,
    answer: (next) => {
      result = next;
    },
    audit: judge,
    panel: {
      store,
      now: signal(now),
      audited,
      endings: createEndings(store, signal(now)),
      async call(asked) {
        calls.push(asked);
        return result;
      },
      reloadPage: () => undefined,
      reloadPanel: () => undefined,
      openSettings: () => undefined,
      requestAccess: async () => true,
      requestScripting: async () => true,
      openSource: null,
    },
  };
}
