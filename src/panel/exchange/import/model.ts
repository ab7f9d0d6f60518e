/** An import from its source to its results. No DOM; it outlives its dialog, which can be hidden while it runs. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Problem } from '../../../core/edit/problems.ts';
import type { FileProblem, FormatId, LeftOut, ReadResult } from '../../../core/exchange/types.ts';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import type { CookieKey } from '../../../core/recording/recording.ts';
import {
  type ChangeResult,
  type CookieChange,
  MOST_CHANGES,
  type StepSummary,
} from '../../../protocol/workbench.ts';
import { type Category, type Counts, categoryOf, countCategories } from './category.ts';
import { fileText, MOST_BYTES } from './file-text.ts';
import { canTake, type ImportRow, isTakenAtFirst, judgeRow, lastOfEach } from './row.ts';

export type ImportStage = 'source' | 'reading' | 'review' | 'running' | 'done';

export type SourceProblem =
  | { readonly kind: 'huge'; readonly bytes: number }
  | { readonly kind: 'unreadable' | 'empty' | 'failed' }
  | { readonly kind: 'file'; readonly problem: FileProblem };

export interface ImportModel {
  readonly stage: ReadonlySignal<ImportStage>;
  readonly problem: ReadonlySignal<SourceProblem | null>;
  readonly format: ReadonlySignal<FormatId | null>;
  /** A person's word on the format; null: as recognised. */
  readonly chosen: ReadonlySignal<FormatId | null>;
  /** What the file holds that is no cookie. */
  readonly leftOut: ReadonlySignal<readonly LeftOut[]>;
  readonly rows: ReadonlySignal<readonly ImportRow[]>;
  /** Rows that search and category let pass. */
  readonly shown: ReadonlySignal<readonly ImportRow[]>;
  readonly counts: ReadonlySignal<Counts>;
  readonly taken: ReadonlySignal<number>;
  readonly tooMany: ReadonlySignal<boolean>;
  readonly results: ReadonlySignal<ReadonlyMap<number, ChangeResult> | null>;
  readonly category: Signal<Category | null>;
  readonly search: Signal<string>;
  readonly cursor: Signal<string | null>;
  /** Whether a step that can be taken back is this import, and no older one. */
  isOwn(step: StepSummary): boolean;
  isTaken(row: ImportRow): boolean;
  toggle(row: ImportRow): void;
  /** Takes all rows on show, or leaves them out. */
  takeShown(take: boolean): void;
  readText(text: string): Promise<void>;
  readFile(file: Blob): Promise<void>;
  choose(format: FormatId | null): Promise<void>;
  run(): Promise<void>;
  /** Back to an empty source. */
  again(): void;
}

export interface ImportWays {
  readonly read: (text: string, format: FormatId | null) => ReadResult;
  readonly stored: () => Promise<ReadonlyMap<CookieKey, BrowserCookie>>;
  readonly problems: (cookie: BrowserCookie) => readonly Problem[];
  readonly run: (changes: readonly CookieChange[]) => Promise<readonly ChangeResult[]>;
  /** Ids of the steps that can be taken back. */
  readonly steps: () => readonly string[];
  /** Lets the page answer before the next rows are judged. */
  readonly pause: () => Promise<void>;
}

/** Rows that are judged without a pause: a few milliseconds of work. */
const SLICE = 250;

export function createImport(ways: ImportWays): ImportModel {
  const stage = signal<ImportStage>('source');
  const problem = signal<SourceProblem | null>(null);
  const format = signal<FormatId | null>(null);
  const chosen = signal<FormatId | null>(null);
  const leftOut = signal<readonly LeftOut[]>([]);
  const rows = signal<readonly ImportRow[]>([]);
  /** Indexes of rows that are not as they were at first. */
  const toggled = signal<ReadonlySet<number>>(new Set());
  const results = signal<ReadonlyMap<number, ChangeResult> | null>(null);
  const category = signal<Category | null>(null);
  const search = signal('');
  const cursor = signal<string | null>(null);
  let text = '';
  let turn = 0;
  let stepsBefore: ReadonlySet<string> = new Set();

  const isTaken = (row: ImportRow) => isTakenAtFirst(row) !== toggled.value.has(row.index);
  const categories = computed(() => rows.value.map((row) => categoryOf(row, isTaken(row), results.value)));
  const takenRows = computed(() => rows.value.filter(isTaken));

  const fail = (found: SourceProblem) =>
    batch(() => {
      problem.value = found;
      rows.value = [];
      stage.value = 'source';
    });

  async function readText(next: string, wanted: FormatId | null = null): Promise<void> {
    const own = ++turn;
    batch(() => {
      text = next;
      problem.value = null;
      chosen.value = wanted;
      results.value = null;
      stage.value = 'reading';
    });
    await ways.pause();
    const read = ways.read(next, wanted);
    const stored = await ways.stored().catch(() => null);
    if (own !== turn) return;
    if (stored === null) return fail({ kind: 'failed' });
    const last = lastOfEach(read.rows);
    const judged: ImportRow[] = [];
    for (const [index, row] of read.rows.entries()) {
      if (index % SLICE === 0) await ways.pause();
      if (own !== turn) return;
      judged.push(judgeRow(row, index, last, { stored, problems: ways.problems }));
    }
    if (own !== turn) return;
    format.value = read.format;
    leftOut.value = read.leftOut;
    if (judged.length === 0)
      return fail(read.problem === null ? { kind: 'empty' } : { kind: 'file', problem: read.problem });
    batch(() => {
      rows.value = judged;
      toggled.value = new Set();
      category.value = null;
      search.value = '';
      cursor.value = null;
      problem.value = read.problem === null ? null : { kind: 'file', problem: read.problem };
      stage.value = 'review';
    });
  }

  return {
    stage,
    problem,
    format,
    chosen,
    leftOut,
    rows,
    results,
    category,
    search,
    cursor,
    isOwn: ({ id, step }) => step === 'import' && !stepsBefore.has(id),
    shown: computed(() => {
      const word = search.value.trim().toLowerCase();
      const wanted = category.value;
      if (word === '' && wanted === null) return rows.value;
      return rows.value.filter(
        (row, index) => (wanted === null || categories.value[index] === wanted) && matches(row, word),
      );
    }),
    counts: computed(() => countCategories(categories.value)),
    taken: computed(() => takenRows.value.length),
    tooMany: computed(() => takenRows.value.length > MOST_CHANGES),
    isTaken,
    toggle(row) {
      if (!canTake(row) || stage.peek() !== 'review') return;
      const next = new Set(toggled.peek());
      if (!next.delete(row.index)) next.add(row.index);
      toggled.value = next;
    },
    takeShown(take) {
      const next = new Set(toggled.peek());
      for (const row of this.shown.peek()) {
        if (!canTake(row)) continue;
        if (isTakenAtFirst(row) === take) next.delete(row.index);
        else next.add(row.index);
      }
      toggled.value = next;
    },
    readText,
    async readFile(file) {
      turn++;
      if (file.size > MOST_BYTES) return fail({ kind: 'huge', bytes: file.size });
      try {
        await readText(await fileText(file));
      } catch {
        fail({ kind: 'unreadable' });
      }
    },
    choose: (wanted) => readText(text, wanted),
    async run() {
      const order = takenRows.peek();
      if (stage.peek() !== 'review' || order.length === 0 || order.length > MOST_CHANGES) return;
      stepsBefore = new Set(ways.steps());
      stage.value = 'running';
      try {
        const found = await ways.run(order.map(({ before, cookie }) => ({ before, after: cookie })));
        batch(() => {
          results.value = new Map(order.flatMap(({ index }, place) => pair(index, found[place])));
          category.value = null;
          stage.value = 'done';
        });
      } catch {
        batch(() => {
          problem.value = { kind: 'failed' };
          stage.value = 'review';
        });
      }
    },
    again() {
      turn++;
      text = '';
      batch(() => {
        problem.value = null;
        rows.value = [];
        results.value = null;
        stage.value = 'source';
      });
    },
  };
}

function pair(index: number, result: ChangeResult | undefined): readonly (readonly [number, ChangeResult])[] {
  return result === undefined ? [] : [[index, result]];
}

/** By name, domain and path; values may not be shown. */
function matches({ name, cookie }: ImportRow, word: string): boolean {
  if (word === '') return true;
  return `${name}\n${cookie?.domain ?? ''}${cookie?.path ?? ''}`.toLowerCase().includes(word);
}
