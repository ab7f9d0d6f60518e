/** The strength of session IDs from the few of a recording, or from a sample (WSTG-SESS-01, ASVS 7.2.3). */
import { alphabetOf } from './alphabet.ts';
import { LONGEST_TOKEN, MOST_TOKENS, withinBudget } from './budget.ts';
import { effectiveBits } from './effective-bits.ts';
import { evidenceOf } from './evidence.ts';
import { evidenceFindings } from './evidence-findings.ts';
import { marks } from './marks.ts';
import type { Structure } from './structure-type.ts';
import { formatOf, type TokenFormat } from './token-format.ts';
import type { TokenFinding, TokenKind, TokenReport } from './token-report.ts';
import { upperBoundBits } from './upper-bound.ts';

/**
 * Judges cookie values, in the order they were made: 20,000 at most, 4,096 characters of each. Signatures and routes around
 * an ID are taken off first. Sealed values, and signed ones that carry their state, are not judged: the one finding
 * `strength` says why. Never throws.
 */
export function analyseTokens(values: readonly string[]): TokenReport {
  const used = values.slice(0, MOST_TOKENS).map((value) => value.slice(0, LONGEST_TOKEN));
  const formats = used.map(formatOf);
  const judged = formats.filter(({ notApplicable }) => notApplicable === null);
  return judged.length === 0 && formats.length > 0
    ? selfContained(values, used, formats)
    : judgedReport(values, formats, judged);
}

function judgedReport(
  values: readonly string[],
  formats: readonly TokenFormat[],
  judged: readonly TokenFormat[],
): TokenReport {
  const ids = judged.map(({ id }) => id);
  const evidence = evidenceOf(ids);
  const effective = effectiveBits(evidence);
  return {
    sampleSize: values.length,
    length: lengthsOf(values),
    alphabet: alphabetOf(withinBudget(ids)).name,
    upperBoundBits: rounded(evidence.upperBound),
    effectiveBits: effective === null ? null : rounded(effective),
    kind: kindOf(judged, evidence.structure),
    findings: [
      ...leftOut(values, formats, judged),
      ...evidenceFindings(evidence),
      ...marks(evidence.upperBound, effective, evidence.structure),
    ],
  };
}

function kindOf(formats: readonly TokenFormat[], structure: Structure | null): TokenKind {
  if (formats.length > 0 && formats.every(({ kind }) => kind === 'signed')) return 'signed';
  const saysNothing =
    structure === null ||
    structure.confidence === 'tentative' ||
    ['uuid-v4', 'uuid-v8', 'uuid-other'].includes(structure.kind);
  return saysNothing ? 'opaque' : 'structured';
}

function selfContained(
  values: readonly string[],
  used: readonly string[],
  formats: readonly TokenFormat[],
): TokenReport {
  const first = formats[0];
  const isSealed = formats.every(({ kind }) => kind === 'sealed');
  return {
    sampleSize: values.length,
    length: lengthsOf(values),
    alphabet: alphabetOf(withinBudget(used)).name,
    upperBoundBits: rounded(upperBoundBits(used)),
    effectiveBits: null,
    kind: isSealed ? 'sealed' : 'signed',
    findings: [note('strength', `not applicable: ${first?.name ?? ''}, ${first?.notApplicable ?? ''}`)],
  };
}

function leftOut(
  values: readonly string[],
  formats: readonly TokenFormat[],
  judged: readonly TokenFormat[],
): readonly TokenFinding[] {
  const others = formats.length - judged.length;
  const unread = values.length - formats.length;
  const long = values.slice(0, MOST_TOKENS).filter(({ length }) => length > LONGEST_TOKEN).length;
  return [
    ...(others > 0
      ? [note('formats', `${others} values carry their state themselves and are left out`)]
      : []),
    ...(unread > 0
      ? [note('limit', `the first ${MOST_TOKENS} values are judged, ${unread} are left out`)]
      : []),
    ...(long > 0
      ? [note('limit', `of ${long} values the first ${LONGEST_TOKEN} characters are judged`)]
      : []),
  ];
}

function note(test: string, text: string): TokenFinding {
  return { test, passed: null, figure: null, note: text };
}

function lengthsOf(values: readonly string[]): TokenReport['length'] {
  let min = values[0]?.length ?? 0;
  let max = 0;
  for (const { length } of values) {
    min = Math.min(min, length);
    max = Math.max(max, length);
  }
  return { min, max };
}

function rounded(bits: number): number {
  return Math.round(bits * 10) / 10;
}
