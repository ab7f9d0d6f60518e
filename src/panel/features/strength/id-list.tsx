import { fingerprint } from '../../../core/report/fingerprint.ts';
import { t, tn } from '../../../platform/i18n.ts';
import { usePanel } from '../../panel.ts';
import { Value } from '../../parts/value.tsx';
import styles from './strength.module.css';

const SHOWN = 10;

interface IdListProps {
  /** A sample's grow in place. */
  readonly ids: readonly string[];
  /** How many there are: what tells a longer list from the same one. */
  readonly count: number;
}

/** The newest IDs by length and fingerprint; their values only where a person shows values. */
export function IdList({ ids, count }: IdListProps) {
  const { recording } = usePanel().store;
  const key = recording.value.fingerprintKey;
  return (
    <details class={styles.details}>
      <summary>{tn('strength_newest', Math.min(count, SHOWN))}</summary>
      <ol class={styles.ids}>
        {ids
          .slice(-SHOWN)
          .reverse()
          .map((id, index) => (
            <li key={count - index} value={count - index}>
              <code>{fingerprint(key, id)}</code>{' '}
              <span class={styles.soft}>{t('strength_length', id.length)}</span>{' '}
              <Value value={id} limit={120} />
            </li>
          ))}
      </ol>
    </details>
  );
}
