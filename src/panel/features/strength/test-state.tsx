import { CircleCheck, CircleMinus, CircleX } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { Icon } from '../../../ui/icon.tsx';
import styles from './strength.module.css';

const STATES = {
  passed: { icon: CircleCheck, tone: 'good', word: 'strength_passed' },
  failed: { icon: CircleX, tone: 'bad', word: 'strength_failed' },
  open: { icon: CircleMinus, tone: 'neutral', word: 'strength_not_shown' },
} as const;

interface TestStateProps {
  readonly passed: boolean | null;
  /** The icon alone, which then says the word. */
  readonly short?: boolean;
}

/** Passed, failed, or not shown by this sample: icon and word, not colour alone. */
export function TestState({ passed, short = false }: TestStateProps) {
  const { icon, tone, word } = STATES[passed === null ? 'open' : passed ? 'passed' : 'failed'];
  return (
    <span class={styles.state} data-tone={tone}>
      {short ? <Icon node={icon} label={t(word)} /> : <Icon node={icon} />}
      {!short && t(word)}
    </span>
  );
}
