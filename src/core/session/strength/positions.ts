/** What each position of the IDs holds, for a drawing and for the effective bits. */
import { withinBudget } from './budget.ts';
import { boundedShare } from './sp800-90b.ts';
import { chiSquareTail } from './special-functions.ts';
import { type Column, changingColumns } from './symbols.ts';
import { formatOf } from './token-format.ts';

export interface Position {
  /** From 0. */
  readonly position: number;
  /** Different characters seen or possible there. */
  readonly characters: number;
  /** Shannon's entropy of the characters seen there, bits. */
  readonly entropy: number;
  /** Entropy left once the character before is known, bits; null: too few IDs to tell. */
  readonly afterPrevious: number | null;
  /** Bits against which there is no sign: the whole of the alphabet, or the estimate of SP 800-90B where a test failed. */
  readonly bits: number;
  /** null: too few IDs to tell. */
  readonly isEven: boolean | null;
  /** Whether it depends on the same position of the ID before. */
  readonly followsLast: boolean | null;
}

/** IDs in all, below which positions are not judged. */
export const FEWEST = 100;
/** One false alarm in ten million positions. */
const ALPHA = 1e-7;

/** Every position that changes, from cookie values. Never throws. */
export function positionsOf(values: readonly string[]): readonly Position[] {
  return positionsOfColumns(changingColumns(withinBudget(values.map((value) => formatOf(value).id))));
}

export function positionsOfColumns(columns: readonly Column[]): readonly Position[] {
  return columns.map((column, index) => judge(column, columns[index - 1] ?? null));
}

function judge(column: Column, previous: Column | null): Position {
  const { size, symbols } = column;
  const counts = countsOf(symbols, size);
  const whole = Math.log2(size);
  const steps = stepsOf(column);
  const isJudged = symbols.length >= FEWEST;
  const isEven = isJudged ? isUniform(counts, symbols.length) : null;
  const followsLast = isJudged ? !isUniform(steps, symbols.length - 1) && isEven !== false : null;
  const isSticky = isJudged && !isUniform(steps, symbols.length - 1);
  return {
    position: column.position,
    characters: size,
    entropy: entropyOf(counts),
    afterPrevious: conditionalEntropy(column, previous),
    bits: Math.min(
      whole,
      isEven === false ? boundedShare(Math.max(...counts), symbols.length) : whole,
      isSticky ? boundedShare(Math.max(...steps), symbols.length - 1) : whole,
    ),
    isEven,
    followsLast,
  };
}

function countsOf(symbols: Uint16Array, size: number): readonly number[] {
  const counts = new Array<number>(size).fill(0);
  for (const symbol of symbols) counts[symbol] = (counts[symbol] ?? 0) + 1;
  return counts;
}

/** How far each symbol lies from the same position's of the ID before, around the alphabet: even, where IDs are independent. */
function stepsOf({ symbols, size }: Column): readonly number[] {
  const counts = new Array<number>(size).fill(0);
  for (let i = 1; i < symbols.length; i++) {
    const step = ((symbols[i] ?? 0) - (symbols[i - 1] ?? 0) + size) % size;
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return counts;
}

function isUniform(counts: readonly number[], total: number): boolean {
  return chiSquareTail(chiSquare(counts, total), counts.length - 1) >= ALPHA;
}

function chiSquare(counts: readonly number[], total: number): number {
  const expected = total / counts.length;
  return counts.reduce((squares, count) => squares + (count - expected) ** 2 / expected, 0);
}

export interface PositionEntropy {
  /** Shannon's entropy of all positions together, as counted in the sample, bits. */
  readonly bits: number;
  /** What as many evenly spread characters would have, bits. */
  readonly most: number;
  readonly isEven: boolean;
}

/** All positions taken together: a small unevenness of each shows here first. null: too few IDs, or none changes. */
export function positionEntropy(columns: readonly Column[]): PositionEntropy | null {
  const total = columns[0]?.symbols.length ?? 0;
  if (total < FEWEST) return null;
  const counted = columns.map(({ symbols, size }) => countsOf(symbols, size));
  const sum = (of: (counts: readonly number[]) => number) =>
    counted.reduce((all, counts) => all + of(counts), 0);
  const degrees = sum((counts) => counts.length - 1);
  return {
    bits: sum(entropyOf),
    most: sum((counts) => Math.log2(counts.length)),
    isEven:
      chiSquareTail(
        sum((counts) => chiSquare(counts, total)),
        degrees,
      ) >= ALPHA,
  };
}

function entropyOf(counts: Iterable<number>): number {
  const seen = [...counts].filter((count) => count > 0);
  const total = seen.reduce((sum, count) => sum + count, 0);
  return seen.reduce((sum, count) => sum - (count / total) * Math.log2(count / total), 0);
}

/** Needs several IDs for each pair of characters, or it would tell of the sample's size only. */
function conditionalEntropy({ symbols, size }: Column, previous: Column | null): number | null {
  if (previous === null || symbols.length < 5 * size * previous.size) return null;
  const pairs = new Map<number, number>();
  for (let i = 0; i < symbols.length; i++) {
    const pair = (previous.symbols[i] ?? 0) * size + (symbols[i] ?? 0);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return entropyOf(pairs.values()) - entropyOf(countsOf(previous.symbols, previous.size));
}
