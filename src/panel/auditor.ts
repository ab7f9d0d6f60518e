/** The report on what the panel shows, for as long as somebody looks at it. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { mutedIn, saidIn } from '../protocol/choices.ts';
import type { Audit, Audited } from './audit-recording.ts';
import type { Store } from './store.ts';

/** Under steady traffic a report a second is as live as a person reads. */
const AT_MOST_EVERY_MS = 1000;

export interface AuditorOptions {
  readonly store: Store;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly load: () => Promise<Audit>;
  /** Calls when the page has nothing better to do. */
  readonly idle: (run: () => void) => void;
}

/** null: the first one is on its way. Nothing is computed while nobody reads it. */
export function createAuditor({ store, now, load, idle }: AuditorOptions): ReadonlySignal<Audited | null> {
  let audit: Audit | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let judging: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  let stop: (() => void) | undefined;

  const attempt = (work: () => void) => {
    try {
      work();
    } catch (error) {
      console.error('Crumbtrail: audit', error instanceof Error ? error.name : 'error');
    }
  };
  const run = () => {
    timer = undefined;
    if (audit === null || stop === undefined) return;
    last = performance.now();
    clearTimeout(judging);
    const begin = audit;
    attempt(() => {
      const judged = begin(store.recording.peek(), {
        now: now(),
        saidOf: (site, name) => saidIn(store.saidOf.peek(), site, name),
        mutedOf: (site) => mutedIn(store.muted.peek(), site),
      });
      judging = setTimeout(() =>
        attempt(() => {
          audited.value = judged();
        }),
      );
    });
  };
  const soon = () => {
    if (timer !== undefined || audit === null) return;
    const own = setTimeout(
      () => idle(() => timer === own && run()),
      Math.max(0, last + AT_MOST_EVERY_MS - performance.now()),
    );
    timer = own;
  };
  /** What a person asked for or decided waits for nothing. */
  const atOnce = () => {
    clearTimeout(timer);
    timer = audit === null ? undefined : setTimeout(run);
  };

  const audited = signal<Audited | null>(null, {
    watched() {
      const stopRecording = effect(() => {
        void store.version.value;
        soon();
      });
      const stopChoices = effect(() => {
        void store.saidOf.value;
        void store.muted.value;
        atOnce();
      });
      stop = () => {
        stopRecording();
        stopChoices();
      };
      if (audit !== null) return;
      load().then(
        (loaded) => {
          audit = loaded;
          atOnce();
        },
        (error) => console.error('Crumbtrail: audit', String(error)),
      );
    },
    unwatched() {
      stop?.();
      stop = undefined;
      clearTimeout(timer);
      clearTimeout(judging);
      timer = undefined;
    },
  });
  return audited;
}
