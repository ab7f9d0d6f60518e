import { fingerprint } from '../../../core/report/fingerprint.ts';
import { t, tn } from '../../../platform/i18n.ts';
import { usePanel } from '../../panel.ts';
import { Value } from '../../parts/value.tsx';
import styles from './strength.module.css';

const SHOWN = 10;

/** The newest IDs by length and fingerprint; their values only where a person shows values. */
export function IdList({ ids }: { readonly ids: readonly string[] }) {
  const { recording } = usePanel().store;
  const key = recording.value.fingerprintKey;
  return (
    <details class={styles.details}>
      <summary>{tn('strength_newest', Math.min(ids.length, SHOWN))}</summary>
      <ol class={styles.ids}>
        {ids
          .slice(-SHOWN)
          .reverse()
          .map((id, index) => (
            <li key={ids.length - index} value={ids.length - index}>
              <code>{fingerprint(key, id)}</code>{' '}
              <span class={styles.soft}>{t('strength_length', id.length)}</span>{' '}
              <Value value={id} limit={120} />
            </li>
          ))}
      </ol>
    </details>
  );
}
