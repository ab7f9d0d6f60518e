import type { Fact, SeenItem } from './fact.ts';
import type { Recording } from './recording.ts';

/** A site that keeps more under more keys is looked at in part. */
const MOST_ITEMS = 500;

export function addStoredItem({ webStorage }: Recording, fact: Fact & { kind: 'web-storage' }): void {
  const { kind: _, ...item } = fact;
  const id = itemId(item);
  if (webStorage.has(id) || webStorage.size < MOST_ITEMS) webStorage.set(id, item);
}

export function itemId({ origin, area, key }: SeenItem): string {
  return [origin, area, key].join('\u0000');
}
