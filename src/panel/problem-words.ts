import type { ProblemKind } from '../core/edit/problems.ts';
import { type MessageKey, t } from '../platform/i18n.ts';

/** What is wrong with a field of a cookie, in words. */
export function problemWords(kind: ProblemKind): string {
  return t(`problem_${kind.replaceAll('-', '_')}` as MessageKey);
}
