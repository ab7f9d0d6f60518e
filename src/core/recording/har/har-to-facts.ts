import type { Fact } from '../fact.ts';
import { recordHar } from './record-har.ts';
import type { HarWarnings } from './warnings.ts';

/**
 * The facts of a HAR 1.2 file, in order of time, the `tab` fact first; and what could not be read of it.
 * @param har the parsed file, or its text.
 * @throws HarError where it is no HAR, or nothing of it can be read.
 */
export function harToFacts(har: unknown): {
  readonly facts: readonly Fact[];
  readonly warnings: HarWarnings;
} {
  const facts: Fact[] = [];
  const { warnings } = recordHar(har, { onFact: (fact) => facts.push(fact) });
  return { facts, warnings };
}
