/** The snapshots that are kept until the browser ends, shared by the panels of all tabs. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { withinBounds } from '../../../core/snapshot/bounds.ts';
import { isSnapshots, type Snapshot } from '../../../core/snapshot/snapshot.ts';

/** `storage.session`, or what a test has in its place. */
export interface ShelfArea {
  read(key: string): Promise<unknown>;
  /** Nobody else writes meanwhile. Resolves to whether there was room. */
  update(key: string, change: (value: unknown) => unknown): Promise<boolean>;
  /** Calls whenever somebody wrote it. */
  onChange(key: string, listener: (value: unknown) => void): void;
}

export interface Shelf {
  /** Newest first. */
  readonly snapshots: ReadonlySignal<readonly Snapshot[]>;
  /** How many went to make room since the panel opened. */
  readonly dropped: ReadonlySignal<number>;
  /** `panel`: the browser keeps them no longer than this page. */
  readonly keptBy: ReadonlySignal<'browser' | 'panel'>;
  add(...taken: readonly Snapshot[]): void;
  rename(id: string, label: string): void;
  remove(id: string): void;
  /** For tests: everything is written. */
  settled(): Promise<void>;
}

const KEY = 'snapshots';

type Edit = (snapshots: readonly Snapshot[]) => readonly Snapshot[];

/**
 * @param ownOnly Whether it is a private window, which nothing may outlive: nothing is stored then, nor read.
 */
export function createShelf(area: ShelfArea, ownOnly: ReadonlySignal<boolean>): Shelf {
  const snapshots = signal<readonly Snapshot[]>([]);
  const dropped = signal(0);
  const isRefused = signal(false);
  let pending = 0;
  let writing: Promise<unknown> = Promise.resolve();

  const show = (next: readonly Snapshot[]) => {
    if (!isSameList(next, snapshots.peek())) snapshots.value = next;
  };
  const store = async (change: Edit) => {
    let made: readonly Snapshot[] = [];
    const isWritten = await area.update(KEY, (stored) => {
      made = withinBounds(change(readable(stored))).kept;
      return made;
    });
    isRefused.value = !isWritten;
    pending -= 1;
    if (pending === 0 && isWritten) show(made);
  };
  /** Here at once; in storage on top of what others have put there meanwhile. */
  const edit = (change: Edit) => {
    const here = withinBounds(change(snapshots.peek()));
    snapshots.value = here.kept;
    dropped.value += here.dropped;
    if (ownOnly.peek()) return;
    pending += 1;
    writing = writing.then(() => store(change));
  };

  if (!ownOnly.peek()) {
    writing = area.read(KEY).then((stored) => show(merged(snapshots.peek(), readable(stored))));
    area.onChange(KEY, (value) => {
      if (pending === 0 && !ownOnly.peek() && isSnapshots(value)) show(value);
    });
  }
  return {
    snapshots,
    dropped,
    keptBy: computed(() => (ownOnly.value || isRefused.value ? 'panel' : 'browser')),
    add: (...taken) => edit((held) => merged(taken, held)),
    rename: (id, label) => edit((held) => held.map((each) => (each.id === id ? { ...each, label } : each))),
    remove: (id) => edit((held) => held.filter((each) => each.id !== id)),
    settled: async () => {
      await writing;
    },
  };
}

function readable(stored: unknown): readonly Snapshot[] {
  return isSnapshots(stored) ? stored : [];
}

/** Two panels of one tab see the same login: it is kept once. */
function merged(taken: readonly Snapshot[], held: readonly Snapshot[]): readonly Snapshot[] {
  const known = new Set(held.map(({ id }) => id));
  const all = [...taken.filter(({ id }) => !known.has(id)), ...held];
  return all.sort((a, b) => b.at - a.at);
}

function isSameList(a: readonly Snapshot[], b: readonly Snapshot[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, label }, index) => id === b[index]?.id && label === b[index]?.label)
  );
}
