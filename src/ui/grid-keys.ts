import { GRID_KEYS } from './keys.ts';

/** Where a key leads in a list of `count` rows, or null where it is not ours. `page`: rows on a screen. */
export function rowAfterKey(key: string, index: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const clamp = (next: number) => Math.min(count - 1, Math.max(0, next));
  switch (key) {
    case GRID_KEYS.next:
      return clamp(index + 1);
    case GRID_KEYS.previous:
      return index < 0 ? count - 1 : clamp(index - 1);
    case GRID_KEYS.nextPage:
      return clamp(index + Math.max(1, page - 1));
    case GRID_KEYS.previousPage:
      return clamp(index - Math.max(1, page - 1));
    case GRID_KEYS.first:
      return 0;
    case GRID_KEYS.last:
      return count - 1;
    default:
      return null;
  }
}
