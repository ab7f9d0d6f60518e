import { type ReadonlySignal, signal } from '@preact/signals';
import type { PortLike } from '../../../platform/reconnecting-port.ts';
import type { SampleEnd, SampleEvent, SampleOrder } from '../../../protocol/sample.ts';
import type { AnalysisAnswer } from './analysis-messages.ts';
import type { Analyst } from './analyst.ts';
import { type SampleRun, startSample } from './sample-client.ts';

/** The sample that is collected, or was last. Its IDs are in this page's memory only. */
export interface Sample {
  readonly order: SampleOrder;
  /** In the order they came. */
  readonly ids: readonly string[];
  readonly sent: number;
  /** Answers without the cookie, and lost ones. */
  readonly without: number;
  readonly startedAt: number;
  /** Of the newest answer, or of the end. */
  readonly lastAt: number;
  /** Nothing is sent until then, because of this status (null: no answer). */
  readonly waiting: { readonly until: number; readonly status: number | null } | null;
  /** `interrupted`: the browser stopped the extension's worker. null: it runs. */
  readonly end: SampleEnd | 'interrupted' | null;
}

export interface SampleModel {
  readonly sample: ReadonlySignal<Sample | null>;
  /** Of all IDs so far, or of fewer while the next one is on its way. */
  readonly analysis: ReadonlySignal<AnalysisAnswer | null>;
  readonly isAnalysing: ReadonlySignal<boolean>;
  /** Only ever on a person's click: it may ask for access to the site. */
  start(order: SampleOrder): Promise<void>;
  stop(): void;
}

export interface SampleModelOptions {
  readonly connect: () => PortLike;
  readonly requestAccess: (origins: readonly string[]) => Promise<boolean>;
  readonly analyst: Analyst;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** While it runs, a sample is judged again when it has grown by half. */
const GROWTH = 1.5;
const FIRST = 20;

export function createSampleModel({ connect, requestAccess, analyst, now }: SampleModelOptions): SampleModel {
  const sample = signal<Sample | null>(null);
  const analysis = signal<AnalysisAnswer | null>(null);
  const isAnalysing = signal(false);
  let run: SampleRun | null = null;
  let next = FIRST;
  let round = 0;

  /** The array grows in place: 20,000 copies of it would be 200 million IDs. */
  let ids: string[] = [];

  const change = (more: Partial<Sample>) => {
    const before = sample.peek();
    if (before !== null) sample.value = { ...before, lastAt: now(), ...more };
  };

  const judge = async () => {
    if (isAnalysing.peek() || ids.length === 0) return;
    const mine = round;
    isAnalysing.value = true;
    const count = ids.length;
    next = Math.ceil(count * GROWTH);
    const answer = await analyst.analyse(ids.slice());
    if (mine !== round) return;
    isAnalysing.value = false;
    analysis.value = answer;
    const isOver = sample.peek()?.end !== null;
    if (answer !== null && (isOver ? ids.length > count : ids.length >= next)) void judge();
  };

  const hear = (event: SampleEvent | { readonly kind: 'lost' }) => {
    const before = sample.peek();
    if (before === null || before.end !== null) return;
    switch (event.kind) {
      case 'id':
        ids.push(event.value);
        change({ ids, sent: event.sent, waiting: null });
        if (ids.length >= next) void judge();
        break;
      case 'none':
        change({ sent: event.sent, without: before.without + 1, waiting: null });
        break;
      case 'waiting':
        change({ waiting: { until: now() + event.milliseconds, status: event.status } });
        break;
      case 'ended':
        change({ sent: event.sent, waiting: null, end: event.end });
        void judge();
        break;
      case 'lost':
        change({ waiting: null, end: 'interrupted' });
        void judge();
    }
  };

  return {
    sample,
    analysis,
    isAnalysing,
    async start(order) {
      if (sample.peek()?.end === null) return;
      round++;
      ids = [];
      next = FIRST;
      isAnalysing.value = false;
      analysis.value = null;
      const at = now();
      sample.value = { order, ids, sent: 0, without: 0, startedAt: at, lastAt: at, waiting: null, end: null };
      const origin = new URL(order.url).origin.replace(/:\d+$/, '');
      if (await requestAccess([`${origin}/*`])) run = startSample(connect, order, hear);
      else change({ end: 'no-access' });
    },
    stop() {
      run?.stop();
    },
  };
}
