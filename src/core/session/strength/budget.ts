/** Bounds that keep 20,000 tokens of 4 KiB within a second or two, whatever they hold. */

export const MOST_TOKENS = 20_000;
export const LONGEST_TOKEN = 4096;
/** Characters that the tests of positions and bits look at. */
const MOST_CHARACTERS = 2_000_000;

/** As many of the IDs, evenly spread and in order, as fit the budget of characters. */
export function withinBudget(ids: readonly string[]): readonly string[] {
  const total = ids.reduce((sum, id) => sum + id.length, 0);
  if (total <= MOST_CHARACTERS) return ids;
  const count = Math.max(1, Math.floor((ids.length * MOST_CHARACTERS) / total));
  return spread(ids, count);
}

/** The first IDs, without gaps, that fit the budget: for tests in which the order counts. */
export function firstWithinBudget(ids: readonly string[]): readonly string[] {
  let total = 0;
  const end = ids.findIndex((id) => {
    total += id.length;
    return total > MOST_CHARACTERS;
  });
  return end === -1 ? ids : ids.slice(0, Math.max(end, 1));
}

/** `count` elements, evenly spread. */
export function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)] as Item);
}
