/** Parts of IDs that could be a number each: the whole, the parts between separators, the first and last characters. */
import { type Base, basesOf } from './integers.ts';

export interface Part {
  /** For a person: `the whole ID`, `part 2`, `the first 8 characters`. */
  readonly name: string;
  /** Whether it is all that changes. */
  readonly isWhole: boolean;
  readonly texts: readonly string[];
  readonly bases: readonly Base[];
}

const WINDOWS = [16, 13, 11, 10, 8, 6] as const;

export function partsOf(ids: readonly string[]): readonly Part[] {
  const core = withoutConstantEnds(ids);
  const parts = [part('the whole ID', true, core), ...separated(core), ...windows(core)];
  return parts.filter(({ bases }) => bases.length > 0);
}

function part(name: string, isWhole: boolean, texts: readonly string[]): Part {
  return { name, isWhole, texts, bases: basesOf(texts) };
}

/** What all begin or end with says nothing; digits stay, so that numbers stay whole. */
function withoutConstantEnds(ids: readonly string[]): readonly string[] {
  const first = ids[0] ?? '';
  const shortest = ids.reduce((least, id) => Math.min(least, id.length), first.length);
  let start = 0;
  while (start < shortest && ids.every((id) => id.charAt(start) === first.charAt(start))) start++;
  // Back over the letters and digits that belong to the number: `user-10`, `user-11`.
  while (start > 0 && start < first.length && /[0-9a-z]/i.test(first.charAt(start - 1))) start--;
  let end = 0;
  while (end < shortest - start && ids.every((id) => id.at(-1 - end) === first.at(-1 - end))) end++;
  while (end > 0 && /[0-9a-z]/i.test(first.charAt(first.length - end))) end--;
  return ids.map((id) => id.slice(start, id.length - end));
}

function separated(ids: readonly string[]): readonly Part[] {
  const pieces = ids.map((id) => id.split(/[^0-9A-Za-z]+/));
  const count = pieces[0]?.length ?? 0;
  if (count < 2 || count > 8 || pieces.some(({ length }) => length !== count)) return [];
  return Array.from({ length: count }, (_, index) => {
    const texts = pieces.map((piece) => piece[index] ?? '');
    return part(`part ${index + 1} between separators`, isOnlyChange(pieces, index), texts);
  });
}

function isOnlyChange(pieces: readonly (readonly string[])[], index: number): boolean {
  const first = pieces[0] ?? [];
  return pieces.every((piece) => piece.every((text, i) => i === index || text === first[i]));
}

function windows(ids: readonly string[]): readonly Part[] {
  const length = ids[0]?.length ?? 0;
  const shortest = ids.reduce((least, id) => Math.min(least, id.length), length);
  const isOneLength = ids.every((id) => id.length === length);
  return WINDOWS.filter((size) => size < shortest).flatMap((size) => [
    part(
      `the first ${size} characters`,
      false,
      ids.map((id) => id.slice(0, size)),
    ),
    ...(isOneLength
      ? [
          part(
            `the last ${size} characters`,
            false,
            ids.map((id) => id.slice(-size)),
          ),
        ]
      : []),
  ]);
}
