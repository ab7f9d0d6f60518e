import type { SessionView } from '../../../core/session/analysis.ts';
import { t } from '../../../platform/i18n.ts';
import { Text } from '../../../ui/text.tsx';
import { usePanel } from '../../panel.ts';
import { valuesById } from './id-values.ts';
import styles from './sessions.module.css';

interface IdProps {
  readonly session: SessionView;
  /** A fingerprint; undefined: none. */
  readonly id: string | undefined;
}

/** A session ID by its fingerprint; with its value where a person asked to see values. */
export function Id({ session, id }: IdProps) {
  const { store } = usePanel();
  if (id === undefined) return <>–</>;
  const value = store.showValues.value
    ? valuesById(store.recording.peek(), session.cookie).get(id)
    : undefined;
  return (
    <code class={styles.id} title={t('fingerprint_why')}>
      {id}
      {value !== undefined && (
        <span class={styles.idValue}>
          <Text text={value} limit={80} />
        </span>
      )}
    </code>
  );
}
