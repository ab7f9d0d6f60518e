/** Appends, dropping the oldest past `limit`; the number dropped. */
export function pushBounded<T>(list: T[], item: T, limit: number): number {
  list.push(item);
  if (list.length <= limit) return 0;
  list.shift();
  return 1;
}
