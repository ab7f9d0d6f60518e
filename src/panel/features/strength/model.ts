/** What the Strength tab shows: IDs of the recording, of a sample, of a text, and what is found in them. No DOM. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type SampleSource, sampleSources } from '../../../core/session/strength/sample-sources.ts';
import { LONGEST_TEXT, type TokenLines, tokenLines } from '../../../core/session/strength/token-lines.ts';
import { FASTEST, MOST_IDS, type SampleOrder } from '../../../protocol/sample.ts';
import type { Audited } from '../../audit-recording.ts';
import type { Panel } from '../../panel.ts';
import type { Store } from '../../store.ts';
import type { AnalysisAnswer } from './analysis-messages.ts';
import { areEqual, type Recorded, recordedSessions } from './recorded.ts';
import { createSampleModel, type SampleModel, type SampleModelOptions } from './sample-model.ts';

export interface StrengthModel {
  readonly store: Store;
  readonly audited: ReadonlySignal<Audited | null>;
  readonly sessions: ReadonlySignal<readonly Recorded[]>;
  /** The session that is asked about; null: none is known. */
  readonly session: ReadonlySignal<Recorded | null>;
  /** By id of the session. */
  readonly analyses: ReadonlySignal<ReadonlyMap<string, AnalysisAnswer>>;
  /** Addresses to ask for a sample of that session, and the one that is chosen. */
  readonly sources: ReadonlySignal<readonly SampleSource[]>;
  readonly source: ReadonlySignal<SampleSource | null>;
  readonly count: Signal<number>;
  readonly perSecond: Signal<number>;
  readonly sample: SampleModel;
  /** What a person pastes. Never kept. */
  readonly text: Signal<string>;
  readonly given: ReadonlySignal<Given | null>;
  readonly givenAnalysis: ReadonlySignal<AnalysisAnswer | null>;
  readonly givenProblem: ReadonlySignal<GivenProblem | null>;
  /** What the report is about. */
  readonly shown: Signal<Shown>;
  chooseSession(id: string): void;
  chooseSource(url: string): void;
  /** What would be sent with the present choices; null: there is nowhere to ask. */
  readonly order: ReadonlySignal<SampleOrder | null>;
  collect(): Promise<void>;
  /** @param name of the file; null: pasted. */
  give(text: string, name: string | null): Promise<void>;
  open(file: Pick<File, 'name' | 'size' | 'text'>): Promise<void>;
  /** Judges the recording's IDs that are not judged yet. */
  judgeRecorded(): void;
}

export type Shown = 'recording' | 'sample' | 'text';
export type GivenProblem = 'empty' | 'no-text' | 'too-large' | 'unreadable';

export interface Given extends TokenLines {
  readonly name: string | null;
}

export function createStrengthModel(
  { store, audited, requestAccess }: Pick<Panel, 'store' | 'audited' | 'requestAccess'>,
  { analyst, ...options }: Omit<SampleModelOptions, 'requestAccess'>,
): StrengthModel {
  const chosen = signal<string | null>(null);
  const chosenUrl = signal<string | null>(null);
  const analyses = signal<ReadonlyMap<string, AnalysisAnswer>>(new Map());
  const asked = new Map<string, readonly string[]>();
  const count = signal(500);
  const perSecond = signal(5);
  const shown = signal<Shown>('recording');
  const text = signal('');
  const given = signal<Given | null>(null);
  const givenAnalysis = signal<AnalysisAnswer | null>(null);
  const givenProblem = signal<GivenProblem | null>(null);
  const sample = createSampleModel({ ...options, analyst, requestAccess });

  const sessions = computed(() => recordedSessions(audited.value?.subjects ?? []));
  const session = computed(
    () => sessions.value.find(({ id }) => id === chosen.value) ?? own(sessions.value, store) ?? null,
  );
  const sources = computed(() => {
    const about = session.value;
    return about === null || audited.value === null ? [] : sampleSources(store.recording.value, about);
  });
  const source = computed(
    () => sources.value.find(({ url }) => url === chosenUrl.value) ?? sources.value[0] ?? null,
  );
  const order = computed((): SampleOrder | null => {
    const [about, from, tab] = [session.value, source.value, store.tab.value?.tabId ?? null];
    if (about === null || from === null || tab === null) return null;
    return {
      tabId: tab,
      site: about.site,
      name: about.name,
      url: from.url,
      count: whole(count.value, MOST_IDS),
      perSecond: whole(perSecond.value, FASTEST),
    };
  });

  return {
    store,
    audited,
    sessions,
    session,
    analyses,
    sources,
    source,
    count,
    perSecond,
    sample,
    text,
    given,
    givenAnalysis,
    givenProblem,
    shown,
    order,
    chooseSession(id) {
      chosen.value = id;
      chosenUrl.value = null;
      shown.value = 'recording';
    },
    chooseSource(url) {
      chosenUrl.value = url;
    },
    async collect() {
      const wanted = order.peek();
      if (wanted === null) return;
      shown.value = 'sample';
      await sample.start(wanted);
    },
    async give(given_, name) {
      givenProblem.value = null;
      const read = tokenLines(given_);
      if (read === null || read.tokens.length === 0) {
        givenProblem.value = read !== null ? 'empty' : given_.length > LONGEST_TEXT ? 'too-large' : 'no-text';
        return;
      }
      const taken = { ...read, name };
      text.value = '';
      given.value = taken;
      givenAnalysis.value = null;
      shown.value = 'text';
      const answer = await analyst.analyse(read.tokens);
      if (given.peek() === taken) givenAnalysis.value = answer;
    },
    async open(file) {
      if (file.size > LONGEST_TEXT) {
        givenProblem.value = 'too-large';
        return;
      }
      try {
        await this.give(await file.text(), file.name);
      } catch {
        givenProblem.value = 'unreadable';
      }
    },
    judgeRecorded() {
      for (const { id, values } of sessions.value) {
        if (areEqual(asked.get(id) ?? [], values)) continue;
        asked.set(id, values);
        void analyst.analyse(values).then((answer) => {
          if (answer !== null && asked.get(id) === values)
            analyses.value = new Map(analyses.peek()).set(id, answer);
        });
      }
    },
  };
}

/** Shows the session that a jump asked for. */
export function takeSession(model: StrengthModel): void {
  const asked = model.store.strength.peek();
  if (asked === null) return;
  model.store.strength.value = null;
  model.chooseSession(asked);
}

/** The first session of the page on show, else the first of all. */
function own(sessions: readonly Recorded[], store: Store): Recorded | undefined {
  const url = store.tab.value?.url ?? null;
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : '';
  return sessions.find(({ site }) => host === site || host.endsWith(`.${site}`)) ?? sessions.at(-1);
}

function whole(value: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.round(value), 1), most) : 1;
}
