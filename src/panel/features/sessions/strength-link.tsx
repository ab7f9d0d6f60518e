import { Gauge } from 'lucide';
import type { SessionView } from '../../../core/session/analysis.ts';
import { t, tn } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { usePanel } from '../../panel.ts';
import { recordedId } from '../../recorded-id.ts';
import { jump } from '../../store.ts';
import styles from './sessions.module.css';

interface StrengthLinkProps {
  /** Registrable domain of the page. */
  readonly site: string;
  readonly session: SessionView;
}

/** The way to what the recording's IDs say of how they are made. */
export function StrengthLink({ site, session: { cookie, ids } }: StrengthLinkProps) {
  const { store } = usePanel();
  if (ids.length === 0) return null;
  return (
    <p class={styles.strength}>
      <Button
        icon={Gauge}
        onPress={() => jump(store, { kind: 'strength', session: recordedId(site, cookie.ref) })}
      >
        {t('sessions_strength')}
      </Button>
      <span class={styles.soft}>{tn('strength_ids', ids.length)}</span>
    </p>
  );
}
