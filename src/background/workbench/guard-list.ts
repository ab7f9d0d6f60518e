/** Guards as they are kept: in `storage.session`, since what is protected is a secret. */
import type { Guarded } from '../../protocol/workbench.ts';
import type { StorageArea } from '../journal/storage.ts';
import { type Place, placeOf } from './place.ts';
import { parsed } from './step.ts';

export const GUARDS_KEY = 'workbench-guards';

/** By store and place. */
export type GuardMap = Map<string, Map<Place, Guarded>>;

export async function readGuards(storage: StorageArea): Promise<GuardMap> {
  const map: GuardMap = new Map();
  const data = await storage.get(GUARDS_KEY).then(
    (items) => parsed(items[GUARDS_KEY]),
    () => undefined,
  );
  if (!Array.isArray(data)) return map;
  for (const [storeId, list] of data as [string, Guarded[]][]) {
    map.set(storeId, new Map(list.map((guard) => [placeOf(guard.cookie), guard])));
  }
  return map;
}

/** Resolves to whether there was room. */
export function writeGuards(storage: StorageArea, guards: GuardMap): Promise<boolean> {
  const data = [...guards].map(([storeId, map]) => [storeId, [...map.values()]]);
  return storage.set({ [GUARDS_KEY]: JSON.stringify(data) }).then(
    () => true,
    () => false,
  );
}
