import { CircleCheck, CircleDashed, CircleX } from 'lucide';
import type { LoginCheck } from '../../../core/audit/report.ts';
import { t } from '../../../platform/i18n.ts';
import { CodeText } from '../../../ui/code-text.tsx';
import { Icon } from '../../../ui/icon.tsx';
import styles from './login-run.module.css';
import type { Comparison } from './run.ts';

const ICONS = { passed: CircleCheck, failed: CircleX, 'not-observed': CircleDashed } as const;
const WORDS = { passed: 'run_passed', failed: 'run_failed', 'not-observed': 'run_not_observed' } as const;
const CHANGES = { better: 'run_better', worse: 'run_worse', other: 'run_other', same: 'run_same' } as const;
const SHOWN = 6;

interface CheckListProps {
  readonly checks: readonly LoginCheck[];
  /** Of an earlier run. */
  readonly beside?: readonly Comparison[];
}

/** Each question with its answer and what shows it. */
export function CheckList({ checks, beside }: CheckListProps) {
  return (
    <ul class={styles.checks} aria-label={t('run_checks')}>
      {checks.map(({ id, state, evidence }) => {
        const earlier = beside?.find((comparison) => comparison.id === id);
        return (
          <li key={id} data-state={state}>
            <span class={styles.verdict}>
              <Icon node={ICONS[state]} />
              {t(WORDS[state])}
            </span>
            <div class={styles.question}>
              <b>{t(`run_check_${id.replaceAll('-', '_')}` as 'run_check_rotation')}</b>
              {earlier && earlier.before !== null && (
                <span class={styles.change} data-change={earlier.change}>
                  {t(CHANGES[earlier.change], t(WORDS[earlier.before]))}
                </span>
              )}
              {evidence.slice(0, SHOWN).map((line, index) => (
                <p key={index} class={styles.soft} lang="en">
                  <CodeText text={line} />
                </p>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
