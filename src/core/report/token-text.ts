/** How hard tokens are to guess, as a person reads it in a terminal. */
import type { TokenReport } from '../session/strength/token-report.ts';

export function tokenText(report: TokenReport): string {
  const { sampleSize, length, alphabet, upperBoundBits, effectiveBits, kind, findings } = report;
  const lengths = length.min === length.max ? String(length.min) : `${length.min} to ${length.max}`;
  const lines = [
    `${sampleSize} ${sampleSize === 1 ? 'token' : 'tokens'}, ${lengths} characters, alphabet ${alphabet}, ${kind}`,
    `At most ${Math.round(upperBoundBits)} bits; ${effectiveBits === null ? 'how many are effective, this sample cannot show' : `effective as far as the sample shows: ${Math.round(effectiveBits)}`}`,
    '',
    ...findings.map(({ test, passed, figure, note }) => {
      const state = passed === null ? '–' : passed ? 'ok' : 'FAIL';
      return `  ${state.padEnd(5)}${test.padEnd(28)}${(figure === null ? '' : String(Number(figure.toPrecision(4)))).padStart(12)}  ${note}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}
