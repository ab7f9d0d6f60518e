/** Steps and what they came to, in words. */
import { t, tn } from '../../platform/i18n.ts';
import type { StepSummary } from '../../protocol/workbench.ts';
import { plainText } from '../../ui/visible-text.ts';
import type { News } from './news.ts';

/** "sid deleted", "3 cookies deleted". */
export function stepWords({ step, cookies, name }: StepSummary): string {
  if (name === null || name === '' || cookies !== 1 || step === 'undo' || step === 'redo')
    return tn(`work_${step}`, cookies);
  return t(`work_${step}_named`, shortName(name));
}

const LONGEST_NAME = 40;

function shortName(name: string): string {
  const text = plainText(name);
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text;
}

/** The parts of a line that says what happened. `latest`: the step that can be taken back next. */
export function newsWords(news: News, latest: StepSummary | undefined): readonly string[] {
  switch (news.kind) {
    case 'guard':
      return [tn(`work_guard_${news.guard ?? 'off'}`, news.cookies)];
    case 'not-taken':
      return [notTaken(news.error)];
    case 'step':
      return stepParts(news, latest);
  }
}

function stepParts(
  news: Extract<News, { kind: 'step' }>,
  latest: StepSummary | undefined,
): readonly string[] {
  const { step, done, same, refused, kept, adjusted, errors, since } = news;
  const isLatest =
    latest !== undefined && latest.id !== since && latest.step === step && latest.cookies === done;
  const nothingElse = same + refused + kept === 0;
  return [
    ...(done > 0 || nothingElse ? [isLatest ? stepWords(latest) : tn(`work_${step}`, done)] : []),
    ...(same > 0 ? [tn('work_same', same)] : []),
    ...(adjusted > 0 ? [tn('work_adjusted', adjusted)] : []),
    ...(refused > 0 ? [refusedWords(refused, errors)] : []),
    ...(kept > 0 ? [tn('work_kept', kept)] : []),
  ];
}

function refusedWords(refused: number, errors: readonly string[]): string {
  const words = tn('work_refused', refused);
  return errors.length === 0 ? words : `${words}: ${errors.map(plainText).join(', ')}`;
}

export function notTaken(error: string): string {
  switch (error) {
    case 'busy':
      return t('work_busy');
    case 'timeout':
    case 'lost':
      return t('work_lost');
    case 'nothing':
      return t('work_nothing');
    case 'no-store':
      return t('work_no_store');
    case 'too-many':
      return t('work_too_many');
    default:
      return t('work_not_taken', plainText(error));
  }
}
