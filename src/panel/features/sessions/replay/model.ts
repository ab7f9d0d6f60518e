import { type ReadonlySignal, signal } from '@preact/signals';
import type { Replay, ReplayCookies } from '../../../../core/recording/fact.ts';
import { siteOf } from '../../../../core/recording/sites.ts';
import type { JudgedReplay } from '../../../../core/session/replay/judged.ts';
import type { ReplayOffer } from '../../../../core/session/replay/plan.ts';
import type { ReplayError, ReplayProgress } from '../../../../protocol/replay.ts';
import type { Panel } from '../../../panel.ts';

/** What the panel knows of replays: the one under way, and why the last one came to nothing. */
export interface ReplayModel {
  readonly running: ReadonlySignal<Running | null>;
  readonly failed: ReadonlySignal<Failed | null>;
  /** Sends the three requests of an offer. Only ever on a person's click: it may ask for access to the site. */
  ask(offer: ReplayOffer): Promise<void>;
  stop(): void;
}

type About = Pick<Replay, 'what' | 'flow'>;

export interface Running extends About {
  readonly step: ReplayCookies | null;
}

export interface Failed extends About {
  /** `interrupted`: the worker was stopped by the browser. */
  readonly error: ReplayError | 'interrupted';
}

const STEPS: ReadonlySet<string> = new Set(['none', 'current', 'old'] satisfies ReplayCookies[]);
const ERRORS: ReadonlySet<string> = new Set([
  'busy',
  'no-permission',
  'no-access',
  'changed',
  'stopped',
  'failed',
] satisfies ReplayError[]);

type Needed = Pick<Panel, 'call' | 'requestAccess'> & {
  readonly store: Pick<Panel['store'], 'replay' | 'status'>;
};

export function createReplayModel({ store, call, requestAccess }: Needed): ReplayModel {
  const running = signal<Running | null>(null);
  const failed = signal<Failed | null>(null);

  const end = (about: About, error: Failed['error'] | null) => {
    running.value = null;
    failed.value = error === null ? null : { what: about.what, flow: about.flow, error };
  };

  const hear = ({ question, step }: ReplayProgress) => {
    const { what, flow } = question;
    if (STEPS.has(step)) running.value = { what, flow, step: step as ReplayCookies };
    else end(question, step === 'done' ? null : errorOf(step));
  };
  store.replay.subscribe((progress) => {
    if (progress !== null) hear(progress);
  });
  // A worker that the browser stopped takes its replay along.
  store.status.subscribe((status) => {
    const present = running.peek();
    if (status === 'reconnecting' && present !== null) end(present, 'interrupted');
  });

  return {
    running,
    failed,
    async ask({ what, flow, plan }) {
      if (plan === null || running.peek() !== null) return;
      const { url } = plan.request;
      running.value = { what, flow, step: null };
      failed.value = null;
      if (!(await requestAccess([`${new URL(url).origin.replace(/:\d+$/, '')}/*`]))) {
        end({ what, flow }, 'no-access');
        return;
      }
      const result = await call({ method: 'replay', what, flow, site: siteOf(url), url });
      if (!result.ok) end({ what, flow }, errorOf(result.error));
    },
    stop() {
      void call({ method: 'stop-replay' });
    },
  };
}

function errorOf(text: string): Failed['error'] {
  return ERRORS.has(text) ? (text as ReplayError) : 'failed';
}

/** The replays about what an offer is about, oldest first. */
export function replaysOfOffer(
  { what, flow }: About,
  replays: readonly JudgedReplay[],
): readonly JudgedReplay[] {
  return replays.filter((replay) => replay.what === what && replay.flow === flow);
}

/** Letters for equal contents: "A", "A", "B"; empty where there is none. */
export function contentsOf({ answers }: Pick<Replay, 'answers'>): Readonly<Record<ReplayCookies, string>> {
  const seen: string[] = [];
  const letter = (hash: string) => {
    if (hash === '') return '';
    if (!seen.includes(hash)) seen.push(hash);
    return 'ABC'.charAt(seen.indexOf(hash));
  };
  return {
    none: letter(answers.none.hash),
    current: letter(answers.current.hash),
    old: letter(answers.old.hash),
  };
}
