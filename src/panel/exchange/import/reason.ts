/** Why a row is refused before any browser is asked. */
import type { ProblemKind } from '../../../core/edit/problems.ts';
import type { ReadProblem } from '../../../core/exchange/types.ts';
import { type MessageKey, t } from '../../../platform/i18n.ts';
import type { ImportRow } from './row.ts';

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;

function keyOfProblem(kind: ProblemKind): MessageKey {
  return `problem_${kind.replaceAll('-', '_') as Underscored<ProblemKind>}`;
}

function keyOfUnread(kind: ReadProblem): MessageKey {
  return `import_unread_${kind.replaceAll('-', '_') as Underscored<ReadProblem>}`;
}

/** null: nothing is known against it. */
export function reasonOf({ unread, problems }: ImportRow): string | null {
  if (unread !== null) return t(keyOfUnread(unread));
  if (problems.length === 0) return null;
  return problems.map(({ kind }) => t(keyOfProblem(kind))).join(' ');
}
