/** What a tab's journal says of itself. */
export interface TabJournal {
  readonly tabId: number;
  /** New for each recording: numbers of one epoch mean nothing in another. */
  readonly epoch: string;
  /** How often older facts were dropped: a page that began before the last time needs a snapshot. */
  cuts: number;
  /** Everything up to this number is in the baseline, or gone. */
  cutSeq: number;
  /** Chunks from here to `firstChunk` were replaced by a cut and wait to be removed. */
  oldestChunk: number;
  firstChunk: number;
  nextChunk: number;
  /** The newest number given. */
  seq: number;
  /** Numbers an earlier worker may have given without writing them down, oldest first. */
  holes: readonly Hole[];
  facts: number;
  bytes: number;
  recording: boolean;
  keep: boolean;
  watched: boolean;
  /** A person switched on that its scripts are watched. */
  scripts: boolean;
  pausedAt: number | null;
}

/** The numbers above `from`, up to and with `to`. */
export interface Hole {
  readonly from: number;
  readonly to: number;
}

export function newTabJournal(tabId: number, epoch: string): TabJournal {
  return {
    tabId,
    epoch,
    cuts: 0,
    cutSeq: 0,
    oldestChunk: 0,
    firstChunk: 0,
    nextChunk: 0,
    seq: 0,
    holes: [],
    facts: 0,
    bytes: 0,
    recording: true,
    keep: true,
    watched: false,
    scripts: false,
    pausedAt: null,
  };
}

/** More numbers than a killed worker can have given away without writing them. */
const RESTART_GAP = 100_000;
/** A page knows of the newest few at most. */
const MAX_HOLES = 20;

/** A journal as the next worker goes on with it: the numbers of the last one are never given again. */
export function afterRestart(written: TabJournal): TabJournal {
  const from = written.seq;
  const to = from + RESTART_GAP;
  const last = written.holes.at(-1);
  const holes =
    last?.to === from
      ? [...written.holes.slice(0, -1), { from: last.from, to }]
      : [...written.holes, { from, to }];
  return { ...written, seq: to, holes: holes.slice(-MAX_HOLES) };
}

/** Whether an earlier worker may have given this number, and no cut has gone over it since. */
export function isMissable({ holes, cutSeq }: TabJournal, seq: number): boolean {
  return seq > cutSeq && holes.some(({ from, to }) => seq > from && seq <= to);
}
