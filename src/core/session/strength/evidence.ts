/** Everything that is measured on a sample of IDs, once. */

import { bitStreamOf } from './bit-stream.ts';
import { firstWithinBudget, withinBudget } from './budget.ts';
import { isDrawnFromXorshift } from './drawn-digits.ts';
import { idBitsOf } from './id-bits.ts';
import { type Register, registerOf } from './linear-generator.ts';
import { linearRank } from './linear-rank.ts';
import { type NumberGenerator, numberGeneratorOf } from './number-generator.ts';
import { type Position, type PositionEntropy, positionEntropy, positionsOfColumns } from './positions.ts';
import { areTooMany, type Repeats, repeatsOf } from './repeats.ts';
import { structureOfSample } from './sample-structure.ts';
import { rangeBits, type Sequence, sequenceOf } from './sequence.ts';
import { streamFindings } from './stream-findings.ts';
import type { Structure } from './structure-type.ts';
import { changingColumns } from './symbols.ts';
import type { TokenFinding } from './token-report.ts';
import { type Transitions, transitionsOf } from './transitions.ts';
import { boundOfIds } from './upper-bound.ts';

export interface Evidence {
  readonly count: number;
  readonly upperBound: number;
  readonly structure: Structure | null;
  readonly repeats: Repeats;
  readonly tooManyRepeats: boolean;
  readonly sequence: Sequence | null;
  readonly range: number | null;
  readonly generator: NumberGenerator | null;
  readonly isXorshift: boolean;
  readonly register: Register | null;
  /** Width and rank; null where the IDs are too few or of no binary alphabet. */
  readonly rank: { readonly width: number; readonly rank: number } | null;
  readonly positions: readonly Position[];
  /** Those that the tests of transitions and of the bit stream looked at. */
  readonly streamed: readonly Position[];
  readonly entropy: PositionEntropy | null;
  readonly transitions: Transitions | null;
  readonly stream: readonly TokenFinding[];
}

export function evidenceOf(ids: readonly string[]): Evidence {
  const sample = withinBudget(ids);
  const inOrder = firstWithinBudget(ids);
  const structure = structureOfSample(ids);
  const upperBound = boundOfIds(sample, structure);
  const repeats = repeatsOf(ids);
  const bits = idBitsOf(inOrder);
  const columns = changingColumns(inOrder);
  const positions = positionsOfColumns(columns);
  const streamed = streamedOf(positions);
  const streamedColumns = columns.filter((_, index) => streamed.includes(positions[index] as Position));
  const rank = bits === null ? null : linearRank(bits);
  // IDs that are mostly the same one have no order that could tell of a generator.
  const isVaried = repeats.again * 2 < ids.length;
  return {
    count: ids.length,
    upperBound,
    structure,
    repeats,
    tooManyRepeats: areTooMany(repeats, ids.length, upperBound),
    sequence: sequenceOf(inOrder),
    range: rangeBits(sample.slice(0, 2000)),
    generator: isVaried ? numberGeneratorOf(inOrder) : null,
    isXorshift: isVaried && isDrawnFromXorshift(inOrder),
    register: bits === null || !isVaried ? null : registerOf(bits),
    rank: rank === null || bits === null ? null : { width: bits.width, rank },
    positions,
    streamed,
    entropy: positionEntropy(columns),
    transitions: transitionsOf(streamedColumns),
    stream: streamFindings(bitStreamOf(streamedColumns)),
  };
}

/** A clock or counter that its positions gave away already must not spoil the tests of the rest, where there is enough of it. */
function streamedOf(positions: readonly Position[]): readonly Position[] {
  const fair = positions.filter(({ isEven, followsLast }) => isEven !== false && followsLast !== true);
  return fair.length * 2 >= positions.length ? fair : positions;
}
