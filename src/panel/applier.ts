/**
 * Turns journal entries into the recording on show, in slices short enough never to hold up the page.
 * A snapshot is built beside the recording on show and takes its place when it is whole.
 */
import { createRecording } from '../core/recording/create.ts';
import type { Entry } from '../core/recording/fact.ts';
import type { Recording } from '../core/recording/recording.ts';
import { reduce } from '../core/recording/reduce.ts';
import type { Scheduler } from './scheduler.ts';

/** Milliseconds of work before the page gets its turn again. */
export const SLICE = 8;
/** Looking at the clock costs about as much as a small fact. */
const ENTRIES_PER_LOOK = 16;

export interface Batch {
  readonly kind: 'snapshot' | 'delta';
  /** A snapshot's first part begins a new recording. */
  readonly first: boolean;
  /** With its last part the recording is whole. */
  readonly last: boolean;
  readonly entries: readonly Entry[];
}

export interface Applier {
  add(batch: Batch): void;
}

export interface ApplierSink {
  /** A whole new recording. */
  replace(recording: Recording): void;
  /** The recording on show has changed; at most once a slice. */
  changed(): void;
}

export function createApplier(scheduler: Scheduler, sink: ApplierSink): Applier {
  const queue: Batch[] = [];
  let cursor = 0;
  let shown: Recording | null = null;
  let building: Recording | null = null;
  let scheduled = false;

  function schedule(): void {
    if (scheduled || queue.length === 0) return;
    scheduled = true;
    // A snapshot is wanted now; a delta may wait for the frame in which it can be seen.
    if (queue[0]?.kind === 'snapshot') scheduler.soon(run);
    else scheduler.frame(run);
  }

  function run(): void {
    scheduled = false;
    const end = scheduler.now() + SLICE;
    let changed = false;
    for (let batch = queue[0]; batch; batch = queue[0]) {
      if (batch.kind === 'snapshot' && batch.first && cursor === 0) building = createRecording();
      const target = batch.kind === 'snapshot' ? building : shown;
      const whole = !target || apply(target, batch.entries, end);
      changed ||= batch.kind === 'delta';
      if (!whole) break;
      queue.shift();
      cursor = 0;
      if (batch.kind === 'snapshot' && batch.last && building) {
        shown = building;
        building = null;
        sink.replace(shown);
        changed = false;
      }
      if (scheduler.now() >= end) break;
    }
    if (changed) sink.changed();
    schedule();
  }

  /** Returns false where time ran out before the last entry. */
  function apply(recording: Recording, entries: readonly Entry[], end: number): boolean {
    while (cursor < entries.length) {
      const entry = entries[cursor];
      cursor += 1;
      if (entry) reduceSafely(recording, entry);
      if (cursor % ENTRIES_PER_LOOK === 0 && scheduler.now() >= end) return cursor >= entries.length;
    }
    return true;
  }

  return {
    add(batch) {
      queue.push(batch);
      schedule();
    },
  };
}

/** A fact that the reducer cannot take is a bug, but must not stop the ones after it. */
function reduceSafely(recording: Recording, entry: Entry): void {
  try {
    reduce(recording, entry);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'error';
    console.error(`Crumbtrail: a fact of kind ${entry.fact.kind} was left out (${name})`);
  }
}
