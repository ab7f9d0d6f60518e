/** The cookies that are watched over, by their key. No DOM. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { keyOf } from '../../core/recording/keys.ts';
import type { CookieKey } from '../../core/recording/recording.ts';
import type { Guarded } from '../../protocol/workbench.ts';
import type { Store } from '../store.ts';

export type Guards = ReadonlyMap<CookieKey, Guarded>;

const held = new WeakMap<Store, ReadonlySignal<Guards>>();

/** One for all rows of a list: a row asks for its own. */
export function guardsOf(store: Store): ReadonlySignal<Guards> {
  const known = held.get(store);
  if (known) return known;
  const guards = computed<Guards>(
    () => new Map(store.workbench.value.guards.map((guarded) => [keyOf(guarded.cookie), guarded])),
  );
  held.set(store, guards);
  return guards;
}
