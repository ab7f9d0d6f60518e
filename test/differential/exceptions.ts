import type { Disagreement } from './compare.ts';

export interface Exception {
  /** Why the engine does not follow the browser here. */
  readonly reason: string;
  readonly covers: (disagreement: Disagreement) => boolean;
}

const sameSite = /\b(?:Schemeful)?SameSite(Strict|Lax|UnspecifiedTreatedAsLax)\b/g;
const schemeful = (reasons: string): string => reasons.replace(sameSite, 'SchemefulSameSite$1');

/** Where engine and browser may differ. */
export const exceptions: readonly Exception[] = [
  {
    reason:
      'Chromium 156 gives every SameSite reason its Schemeful name, also where the sites differ in more than the scheme. ' +
      'The engine keeps the two apart, as the protocol means them: the fix is another one.',
    covers: ({ predicted, actual }) => predicted !== actual && schemeful(predicted) === actual,
  },
];

export function exceptionFor(disagreement: Disagreement): Exception | undefined {
  return exceptions.find(({ covers }) => covers(disagreement));
}
