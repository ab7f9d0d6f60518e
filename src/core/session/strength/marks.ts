/** The marks that strength is held against. */
import type { Structure } from './structure-type.ts';
import type { TokenFinding } from './token-report.ts';

const SOURCES = [
  [64, 'OWASP Session Management and NIST SP 800-63B-4 ask for 64 bits'],
  [128, 'OWASP ASVS 7.2.3 asks for 128 bits'],
] as const;

/** Below a mark by the upper bound already: failed. At it by the effective bits: passed. Else the sample cannot show it. */
export function marks(
  upperBound: number,
  effective: number | null,
  structure: Structure | null,
): readonly TokenFinding[] {
  return SOURCES.map(([mark, source]) => {
    const isUuid = mark === 128 && structure?.kind === 'uuid-v4' && (effective ?? 122) >= 121.5;
    const figure = Math.round((effective ?? upperBound) * 10) / 10;
    // Tenths are rounding, not weakness.
    const passed = upperBound < mark - 0.05 ? false : effective === null ? null : effective >= mark - 0.05;
    const cannot = passed === null ? '; they may have as many, the sample is too small to show it' : '';
    return isUuid
      ? {
          test: 'mark-128',
          passed: null,
          figure,
          note: `${source}; the 122 bits of a UUID version 4 are not held against it`,
        }
      : { test: `mark-${mark}`, passed, figure, note: `${source}${cannot}` };
  });
}
