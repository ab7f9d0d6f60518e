/** Takes snapshots, by hand and by itself; one for each panel, whether its tab is open or not. */
import { computed, effect, type Signal } from '@preact/signals';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { takeSnapshot } from '../../../core/snapshot/take.ts';
import { isBoolean } from '../../../platform/preferences.ts';
import { sessionArea } from '../../../platform/session-area.ts';
import type { Panel } from '../../panel.ts';
import { remembered } from '../../store.ts';
import { AUTOMATIC } from './automatic-name.ts';
import { watchFlows } from './flows.ts';
import { createShelf, type Shelf, type ShelfArea } from './shelf.ts';

export interface Keeper extends Shelf {
  /** Whether logins and logouts are kept, too. */
  readonly automatic: Signal<boolean>;
  /** The cookies as they are now. */
  take(): Snapshot;
  /** Says what was taken by itself: the state before a flow, and the one after it. */
  onFlow(listener: (before: Snapshot, after: Snapshot) => void): void;
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
  const listeners: ((before: Snapshot, after: Snapshot) => void)[] = [];
  effect(() => {
    if (!automatic.value) return undefined;
    return watchFlows(panel, shelf, (before, after) => {
      for (const listener of listeners) listener(before, after);
    });
  });
  return {
    ...shelf,
    automatic,
    take() {
      const at = Math.max(panel.now.peek(), store.recording.peek().lastAt);
      const id = `${at}-${shelf.snapshots.peek().length}`;
      const taken = takeSnapshot(store.recording.peek(), { id, at, why: 'by-hand', label: '' });
      shelf.add(taken);
      return taken;
    },
    onFlow(listener) {
      listeners.push(listener);
    },
  };
}
