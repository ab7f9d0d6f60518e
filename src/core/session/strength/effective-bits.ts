/** How many bits the sample holds no sign against. */
import type { Evidence } from './evidence.ts';
import { FEWEST } from './positions.ts';

/** With fewer IDs a value that came again may be one session that was asked twice. */
const FEWEST_FOR_REPEATS = 8;

/**
 * The least of what the tests leave. null: fewer than 100 IDs and no sign of weakness, which shows nothing. A sample never
 * proves strength: IDs made from a small seed look like sound ones until they repeat.
 */
export function effectiveBits(evidence: Evidence): number | null {
  const limits = [...weaknesses(evidence), ...statistics(evidence)];
  return limits.length === 0 ? null : Math.max(0, Math.min(evidence.upperBound, ...limits));
}

function* weaknesses(evidence: Evidence): Generator<number> {
  const { sequence, structure, generator, repeats, register, count } = evidence;
  if (sequence?.isWhole === true) yield sequence.bits;
  const isKnown = structure?.predictable === true && structure.confidence !== 'tentative';
  if (isKnown && structure.freeBits !== null) yield structure.freeBits;
  if (generator !== null) yield generator.isSeededPerId ? generator.stateBits : 0;
  if (evidence.isXorshift) yield 0;
  if (evidence.tooManyRepeats && repeats.suggestedBits !== null && count >= FEWEST_FOR_REPEATS) {
    yield repeats.suggestedBits;
  }
  if (register !== null) yield register.freeBits;
}

function* statistics(evidence: Evidence): Generator<number> {
  const { count, positions, streamed, transitions, rank, range, stream } = evidence;
  if (count < FEWEST) return;
  const sum = bitsOf(positions);
  const told = (transitions?.toldBits ?? 0) * Math.max(0, streamed.length - 1);
  yield sum - bitsOf(streamed) + (bitsOf(streamed) - told) * streamFactor(stream);
  if (rank !== null) yield rank.rank;
  // A sound source spans nearly all of its range; only a much narrower one is told by it.
  if (range !== null && range < sum - 2) yield range;
}

function bitsOf(positions: Evidence['positions']): number {
  return positions.reduce((bits, position) => bits + position.bits, 0);
}

/** Where a test of the bit stream failed, its bits count as much as the estimates of SP 800-90B say. */
function streamFactor(stream: Evidence['stream']): number {
  if (!stream.some(({ test, passed }) => passed === false && !test.startsWith('sp800-90b'))) return 1;
  const estimates = stream.flatMap(({ test, figure }) =>
    figure !== null && (test === 'sp800-90b-most-common-value' || test === 'sp800-90b-markov')
      ? [figure]
      : [],
  );
  return Math.min(1, ...estimates);
}
