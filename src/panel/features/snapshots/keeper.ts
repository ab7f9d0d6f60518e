/** Takes snapshots, by hand and by itself; one for each panel, whether its tab is open or not. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { takeSnapshot } from '../../../core/snapshot/take.ts';
import { isBoolean } from '../../../platform/preferences.ts';
import { sessionArea } from '../../../platform/session-area.ts';
import type { Panel } from '../../panel.ts';
import { remembered } from '../../store.ts';
import { AUTOMATIC } from './automatic-name.ts';
import type { Choice } from './choice.ts';
import { watchFlows } from './flows.ts';
import { createShelf, type Shelf, type ShelfArea } from './shelf.ts';

export interface Keeper extends Shelf {
  /** Whether logins and logouts are kept, too. */
  readonly automatic: Signal<boolean>;
  /** What was taken last beside what it is best compared with. */
  readonly latest: ReadonlySignal<Partial<Choice>>;
  /** Keeps the cookies as they are now. */
  take(): void;
}

const keepers = new WeakMap<Panel, Keeper>();

/** The panel's own; the same each time. */
export function keeperOf(panel: Panel, area: ShelfArea = sessionArea): Keeper {
  const held = keepers.get(panel);
  if (held !== undefined) return held;
  const made = createKeeper(panel, area);
  keepers.set(panel, made);
  return made;
}

function createKeeper(panel: Panel, area: ShelfArea): Keeper {
  const { store } = panel;
  const isPrivate = computed(() => store.tab.value?.incognito ?? store.recording.value.incognito);
  const shelf = createShelf(area, isPrivate);
  const automatic = remembered(store.preferences, AUTOMATIC, isBoolean, false);
  const latest = signal<Partial<Choice>>({});
  effect(() => {
    if (!automatic.value) return undefined;
    // What a login changed is what somebody who has it kept wants to see.
    return watchFlows(panel, shelf, (before, after) => {
      latest.value = { before: before.id, after: after.id };
    });
  });
  return {
    ...shelf,
    automatic,
    latest,
    take() {
      const recording = store.recording.peek();
      const held = shelf.snapshots.peek();
      const at = Math.max(panel.now.peek(), recording.lastAt);
      const id = `${at}-${held.length}`;
      batch(() => {
        shelf.add(takeSnapshot(recording, { id, at, why: 'by-hand', label: '' }));
        // Against the one before it there is something to see; against now there is nothing yet.
        const last = held[0];
        latest.value = last === undefined ? {} : { before: last.id, after: id };
      });
    },
  };
}
