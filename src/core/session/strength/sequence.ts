/** Whether IDs, as numbers and in the order they came, count up or move in small steps. */
import { type Part, partsOf } from './columns.ts';
import { type Base, integersOf, log2 } from './integers.ts';

export interface Sequence {
  readonly kind: 'constant-step' | 'small-steps' | 'ascending';
  /** The part that it was seen in. */
  readonly part: string;
  /** Whether nothing else changes in the ID. */
  readonly isWhole: boolean;
  /** Bits of the next step, for one who knows the last ID. */
  readonly bits: number;
}

/** Chance would do it less than once in ten million samples. */
const ALPHA_BITS = 23;
const ENOUGH = 400;
/** Steps of up to so many bits make an ID near its neighbours, whatever the IDs' length: they can all be tried. */
const NEAR_BITS = 24;
/** A clock of 100 ns moves by less within a day. */
const CLOCK_BITS = 40;

/** The clearest sequence, one of the whole ID before one of a part; null where there is none. Needs two IDs. */
export function sequenceOf(ids: readonly string[]): Sequence | null {
  const first = ids.slice(0, ENOUGH);
  if (first.length < 2) return null;
  const found = partsOf(first).flatMap((part) =>
    part.bases.flatMap((base) => sequenceInPart(part, base) ?? []),
  );
  return found.find(({ isWhole }) => isWhole) ?? found[0] ?? null;
}

function sequenceInPart(part: Part, base: Base): Sequence | null {
  const numbers = integersOf(part.texts, base);
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0n));
  const sizes = steps.map(magnitude);
  if (sizes.every((size) => size === 0n)) return null;
  const span = log2(largest(numbers) - smallest(numbers) + 1n);
  const kind = kindOf(part, steps, sizes, span, spaceBits(part.texts, base));
  const bits = log2(largest(steps) - smallest(steps) + 1n);
  // A clock before digits that are chance makes the whole ascend as well: its parts tell the two from each other.
  if (kind === null || (part.isWhole && bits > CLOCK_BITS)) return null;
  return { kind, part: part.name, isWhole: part.isWhole, bits };
}

/** Bits of all numbers that as many digits can write. */
function spaceBits(texts: readonly string[], base: Base): number {
  return texts.reduce((longest, text) => Math.max(longest, text.length), 0) * Math.log2(base);
}

function kindOf(
  part: Part,
  steps: readonly bigint[],
  sizes: readonly bigint[],
  span: number,
  space: number,
): Sequence['kind'] | null {
  const stepBits = log2(largest(sizes) + 1n) + 1;
  const isConstant = steps.every((step) => step === steps[0]);
  if (isConstant && (steps.length >= 3 || (steps.length === 2 && stepBits <= space / 2)))
    return 'constant-step';
  if (part.isWhole && stepBits <= NEAR_BITS && (space - stepBits) * steps.length >= ALPHA_BITS)
    return 'small-steps';
  // IDs spread over the same span by chance would all lie so near their neighbours with this many bits against it.
  if ((span - stepBits) * steps.length >= ALPHA_BITS && span - stepBits >= 1) return 'small-steps';
  const isAscending = steps.every((step) => step >= 0n) || steps.every((step) => step <= 0n);
  // Among n! orders one ascends: from 11 IDs on beyond chance.
  return isAscending && steps.filter((step) => step !== 0n).length >= 10 ? 'ascending' : null;
}

function magnitude(step: bigint): bigint {
  return step < 0n ? -step : step;
}

function largest(numbers: readonly bigint[]): bigint {
  return numbers.reduce((most, number) => (number > most ? number : most), numbers[0] ?? 0n);
}

function smallest(numbers: readonly bigint[]): bigint {
  return numbers.reduce((least, number) => (number < least ? number : least), numbers[0] ?? 0n);
}

/** log2 of how far apart the smallest and the largest ID lie, in whatever order they came; null where they are no numbers. */
export function rangeBits(ids: readonly string[]): number | null {
  const whole = partsOf(ids).find(({ name }) => name === 'the whole ID');
  const base = whole?.bases[0];
  if (whole === undefined || base === undefined) return null;
  const numbers = integersOf(whole.texts, base);
  return log2(largest(numbers) - smallest(numbers) + 1n);
}
