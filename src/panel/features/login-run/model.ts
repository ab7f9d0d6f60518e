import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { loginChecks } from '../../../core/audit/login-checks.ts';
import type { LoginCheck } from '../../../core/audit/report.ts';
import { sessionArea } from '../../../platform/session-area.ts';
import type { Audited } from '../../audit-recording.ts';
import type { Panel } from '../../panel.ts';
import { isRuns, MOST_RUNS, type Run, withinBounds } from './run.ts';
import { nextStep, type Step, stepsDone } from './steps.ts';

export interface LoginRunModel {
  /** null: none is under way. */
  readonly running: Signal<{ readonly name: string; readonly startedAt: number } | null>;
  readonly name: Signal<string>;
  readonly progress: ReadonlySignal<Progress>;
  /** The newest first. */
  readonly runs: Signal<readonly Run[]>;
  /** Ids: the run that is shown, and the one beside it. */
  readonly shown: Signal<string | null>;
  readonly beside: Signal<string | null>;
  /** For the reports. */
  readonly audited: ReadonlySignal<Audited | null>;
  start(): Promise<void>;
  mark(what: 'login' | 'logout'): void;
  finish(): void;
  cancel(): void;
  forget(id: string): void;
}

export interface Progress {
  readonly done: ReadonlySet<Step>;
  readonly next: Step | null;
  readonly checks: readonly LoginCheck[];
  readonly site: string | null;
}

const KEY = 'login-runs';
const NONE: Progress = { done: new Set(), next: 'anonymous', checks: [], site: null };

export function createLoginRunModel(panel: Panel, area: typeof sessionArea = sessionArea): LoginRunModel {
  const { store, audited, call, now } = panel;
  const running = signal<{ readonly name: string; readonly startedAt: number } | null>(null);
  const name = signal('');
  const runs = signal<readonly Run[]>([]);
  const shown = signal<string | null>(null);
  const beside = signal<string | null>(null);
  void area.read(KEY).then((kept) => {
    if (isRuns(kept)) runs.value = [...runs.peek(), ...kept].slice(0, MOST_RUNS);
  });
  const keep = (next: readonly Run[]) => {
    runs.value = next;
    void area.write(KEY, next);
  };
  const current = computed(() => {
    const index = running.value === null ? -1 : indexOfFlow(audited.value, store.tab.value?.url ?? null);
    const site = audited.value?.report.sites[index];
    const subject = audited.value?.subjects[index];
    return site === undefined || subject === undefined ? null : { site, subject };
  });
  const progress = computed((): Progress => {
    if (current.value === null) return NONE;
    const { site, subject } = current.value;
    const done = stepsDone(site, subject);
    return { done, next: nextStep(done), checks: loginChecks(site), site: site.site };
  });
  return {
    running,
    name,
    progress,
    runs,
    shown,
    beside,
    audited,
    async start() {
      // A recording of its own: what came before would answer for this login.
      await call({ method: 'record', on: true });
      await call({ method: 'clear' });
      const startedAt = now.peek();
      running.value = { name: name.peek().trim(), startedAt };
    },
    mark(what) {
      void call({ method: 'mark', mark: what, text: '' });
    },
    finish() {
      const begun = running.peek();
      const seen = current.peek();
      if (begun === null) return;
      if (seen === null) {
        running.value = null;
        return;
      }
      const run: Run = {
        id: `${begun.startedAt}-${runs.peek().length}`,
        name: begun.name,
        startedAt: begun.startedAt,
        finishedAt: now.peek(),
        report: { ...withinBounds(seen.site), loginChecks: loginChecks(seen.site) },
      };
      const earlier = runs.peek().find(({ report }) => report.site === run.report.site);
      batch(() => {
        keep([run, ...runs.peek()].slice(0, MOST_RUNS));
        running.value = null;
        name.value = '';
        shown.value = run.id;
        beside.value = earlier?.id ?? null;
      });
    },
    cancel() {
      running.value = null;
    },
    forget(id) {
      keep(runs.peek().filter((run) => run.id !== id));
    },
  };
}

/** The site where a login was seen; else the page's own. */
function indexOfFlow(audited: Audited | null, url: string | null): number {
  if (audited === null) return -1;
  const { sites } = audited.report;
  const withLogin = sites.findLastIndex(({ sessions }) =>
    sessions.some(({ events }) => events.some(({ kind }) => kind === 'login')),
  );
  if (withLogin >= 0) return withLogin;
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : '';
  return audited.subjects.findIndex(({ site }) => host === site || host.endsWith(`.${site}`));
}
