import { CheckCheck, CircleAlert, CircleCheck, CircleX, Eraser, type IconNode, TriangleAlert } from 'lucide';
import type { MessageKey } from '../../platform/i18n.ts';
import { t } from '../../platform/i18n.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Certainty, VerdictKind } from '../verdict.ts';
import styles from './parts.module.css';

const LOOK: Readonly<Record<VerdictKind, readonly [IconNode, Tone, MessageKey]>> = {
  stored: [CircleCheck, 'good', 'verdict_stored'],
  changed: [CircleAlert, 'warn', 'verdict_changed'],
  rejected: [CircleX, 'bad', 'verdict_rejected'],
  deleted: [Eraser, 'neutral', 'verdict_deleted'],
};

const CERTAINTY: Readonly<Record<Certainty, readonly [MessageKey, MessageKey]>> = {
  predicted: ['certainty_predicted', 'certainty_predicted_why'],
  confirmed: ['certainty_confirmed', 'certainty_confirmed_why'],
  contradicted: ['certainty_contradicted', 'certainty_contradicted_why'],
};

interface VerdictProps {
  readonly kind: VerdictKind;
  readonly certainty: Certainty;
  /** The protocol's name of the reason, where it was refused. */
  readonly reason?: string | undefined;
  /** `line`: in a row of a list; `full`: certainty as a word. */
  readonly form: 'line' | 'full';
}

/** What the browser did with a line: icon and word, and how sure that is. */
export function Verdict({ kind, certainty, reason, form }: VerdictProps) {
  const [icon, tone, word] = LOOK[kind];
  const [sure, why] = CERTAINTY[certainty];
  return (
    <span class={styles.verdict} data-tone={tone}>
      <Icon node={icon} size={13} />
      <span class={styles.word}>
        {t(word)}
        {reason ? `: ${reason}` : ''}
      </span>
      <span class={styles.certainty} data-certainty={certainty} title={t(why)}>
        {certainty === 'confirmed' && form === 'line' ? (
          <Icon node={CheckCheck} size={12} label={t(sure)} />
        ) : (
          <>
            {certainty === 'contradicted' && <Icon node={TriangleAlert} size={12} />}
            {t(sure)}
          </>
        )}
      </span>
    </span>
  );
}
