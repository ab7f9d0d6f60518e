/** The measurements as findings, for a person. No note holds a piece of an ID. */
import type { Evidence } from './evidence.ts';
import { FEWEST } from './positions.ts';
import type { TokenFinding } from './token-report.ts';

export function evidenceFindings(evidence: Evidence): readonly TokenFinding[] {
  return [
    sampleSize(evidence),
    repeats(evidence),
    structure(evidence),
    sequence(evidence),
    numberGenerator(evidence),
    xorshift(evidence),
    register(evidence),
    rank(evidence),
    entropy(evidence),
    ...positions(evidence),
    transitions(evidence),
    ...evidence.stream,
  ];
}

function sampleSize({ count, repeats }: Evidence): TokenFinding {
  const shown = repeats.shownBits.toFixed(1);
  const cannot =
    'Cannot be shown by any sample: a generator with a small or guessable seed (32 bits, a time) whose IDs look sound, or a secret that leaked.';
  const note =
    count < FEWEST
      ? `${count === 1 ? '1 ID' : `${count} IDs`} can show a weakness, no strength; from ${FEWEST} on positions are judged, from 20,000 bits on the bit stream.`
      : repeats.pairs === 0
        ? `No ID came twice: by that alone there are at least 2^${shown} IDs (99 % confidence). ${cannot}`
        : cannot;
  return { test: 'sample-size', passed: null, figure: count, note };
}

function repeats({
  count,
  repeats: { pairs, again, suggestedBits },
  tooManyRepeats,
}: Evidence): TokenFinding {
  const hint =
    suggestedBits === null ? '' : `, as if there were about 2^${suggestedBits.toFixed(0)} different IDs`;
  return {
    test: 'repeats',
    passed: count < 2 ? null : !tooManyRepeats,
    figure: again,
    note:
      pairs === 0
        ? 'no ID came twice'
        : `${again} of ${count} IDs came before${hint}${tooManyRepeats ? '' : '; as many as IDs so short must repeat'}`,
  };
}

function structure({ structure: found }: Evidence): TokenFinding {
  if (found === null) return { test: 'structure', passed: true, figure: null, note: 'no known form' };
  const { predictable, confidence, freeBits, title, proves } = found;
  const passed = !predictable ? true : confidence === 'tentative' ? null : false;
  return { test: 'structure', passed, figure: freeBits, note: `${title}. ${proves}` };
}

const STEPS = {
  'constant-step': 'moves by the same step each time',
  'small-steps': 'moves in steps that are small beside its length',
  ascending: 'goes in one direction only',
} as const;

function sequence({ sequence: found, count }: Evidence): TokenFinding {
  if (found === null) {
    const note = count < 3 ? 'needs 3 IDs in the order they were made' : 'no counter or clock seen';
    return { test: 'sequence', passed: count < 3 ? null : true, figure: null, note };
  }
  const note = `${found.part} ${STEPS[found.kind]}${found.isWhole ? '' : '; only the rest can protect it'}`;
  // A clock or counter beside enough other digits does no harm.
  return { test: 'sequence', passed: found.isWhole ? false : null, figure: found.bits, note };
}

function numberGenerator({ generator, count }: Evidence): TokenFinding {
  const test = 'number-generator';
  if (generator === null) {
    const note =
      count < 8
        ? 'needs 8 IDs in the order they were made'
        : 'no linear congruential generator seen, as far as outputs are whole, in order and without others between';
    return { test, passed: count < 8 ? null : true, figure: null, note };
  }
  const { name, stateBits, isSeededPerId } = generator;
  const note = isSeededPerId
    ? `each ID comes from ${name}: its first word tells the others`
    : `IDs come from ${name}: a few tell all that follow`;
  return { test, passed: false, figure: stateBits, note };
}

function xorshift({ isXorshift, count }: Evidence): TokenFinding {
  const note = isXorshift
    ? "IDs come from JavaScript's built-in number generator (xorshift128+): a few tell all that follow"
    : "JavaScript's built-in number generator (xorshift128+ of V8) not seen; it hides where others draw from it between two IDs";
  return {
    test: 'xorshift128+',
    passed: isXorshift ? false : count < FEWEST ? null : true,
    figure: null,
    note,
  };
}

function register({ register: found, count, rank: matrix }: Evidence): TokenFinding {
  const test = 'shift-register';
  if (found !== null) {
    const note = `${found.bits} bits of the IDs follow from the same bits of IDs before, by shifts and xor`;
    // The bits of a clock repeat so too, and do no harm beside enough others.
    return { test, passed: found.freeBits < 64 ? false : null, figure: found.complexity, note };
  }
  const note =
    matrix === null ? 'needs about 100 IDs of one length in hex, base32 or base64' : 'no shift register seen';
  return { test, passed: matrix === null || count < FEWEST ? null : true, figure: null, note };
}

function rank({ rank: found, positions: columns }: Evidence): TokenFinding {
  if (found === null) {
    const note = 'needs IDs of one length in hex, base32 or base64, some more than they have bits';
    return { test: 'linear-rank', passed: null, figure: null, note };
  }
  const changing = columns.reduce((sum, { characters }) => sum + Math.log2(characters), 0);
  return {
    test: 'linear-rank',
    passed: found.rank >= Math.floor(changing),
    figure: found.rank,
    note: `of ${found.width} bits so many are free of each other; fixed or doubled parts, checksums and linear expansions lower it`,
  };
}

function entropy({ entropy: found, positions: columns }: Evidence): TokenFinding {
  return {
    test: 'position-entropy',
    passed: found === null ? null : found.isEven,
    figure: found === null ? null : found.bits,
    note:
      found === null
        ? `needs ${FEWEST} IDs`
        : `bits of entropy counted at the ${columns.length} positions that change, of ${found.most.toFixed(1)}; a small sample counts a little less than there is`,
  };
}

function positions({ positions: columns, streamed, count }: Evidence): readonly TokenFinding[] {
  const isJudged = count >= FEWEST && columns.length > 0;
  const uneven = columns.filter(({ isEven }) => isEven === false).length;
  const following = columns.filter(({ followsLast }) => followsLast === true).length;
  const tooFew = `needs ${FEWEST} IDs`;
  const leftOut =
    streamed.length < columns.length
      ? '; tests of transitions and of the bit stream leave such positions out'
      : '';
  return [
    {
      test: 'position-evenness',
      passed: isJudged ? uneven === 0 : null,
      figure: isJudged ? uneven : null,
      note: isJudged ? `positions of ${columns.length} at which some characters are more frequent` : tooFew,
    },
    {
      test: 'position-steps',
      passed: isJudged ? following === 0 : null,
      figure: isJudged ? following : null,
      note: isJudged ? `positions of ${columns.length} that follow from the ID before${leftOut}` : tooFew,
    },
  ];
}

function transitions({ transitions: found }: Evidence): TokenFinding {
  return {
    test: 'transitions',
    passed: found === null ? null : found.toldBits === 0,
    figure: found === null ? null : found.p,
    note:
      found === null
        ? 'needs several IDs for each pair of characters'
        : 'whether a character tells the next one; a sound source looks as bad with this probability',
  };
}
