/** Where a key leads in a list of `count` rows, or null where it is not ours. `page`: rows on a screen. */
export function rowAfterKey(key: string, index: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const clamp = (next: number) => Math.min(count - 1, Math.max(0, next));
  switch (key) {
    case 'ArrowDown':
      return clamp(index + 1);
    case 'ArrowUp':
      return index < 0 ? count - 1 : clamp(index - 1);
    case 'PageDown':
      return clamp(index + Math.max(1, page - 1));
    case 'PageUp':
      return clamp(index - Math.max(1, page - 1));
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
