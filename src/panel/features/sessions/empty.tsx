import { KeyRound, SearchX } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { usePanel } from '../../panel.ts';
import type { ShownSessions } from './model.ts';
import styles from './sessions.module.css';

/** Why no session is shown, and what to do. */
export function NoSession({ shown }: { readonly shown: ShownSessions | null }) {
  const panel = usePanel();
  const reload = <Button onPress={panel.reloadPage}>{t('reload_page')}</Button>;
  if (shown === null) {
    return (
      <Empty icon={SearchX} title={t('findings_no_site')} text={t('findings_no_site_why')}>
        {reload}
      </Empty>
    );
  }
  return (
    <div class={styles.none}>
      <Empty
        icon={KeyRound}
        title={t('sessions_none')}
        text={t(shown.candidates.length === 0 ? 'sessions_none_why' : 'sessions_none_why_named')}
      >
        {reload}
      </Empty>
    </div>
  );
}
