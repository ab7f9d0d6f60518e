import { Ban, KeyRound, LoaderCircle, RotateCw } from 'lucide';
import { t } from '../platform/i18n.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import styles from './page-state.module.css';
import { usePanel } from './panel.ts';
import type { Store } from './store.ts';

/** Why there is nothing to list, whatever the feature. */
export type PageStateKind = 'connecting' | 'mismatch' | 'no-access' | 'browser-page';

/** null: the feature has something to show, or knows itself why not. What was recorded stays on show. */
export function pageStateOf(store: Store): PageStateKind | null {
  if (store.status.value === 'mismatch') return 'mismatch';
  store.version.value;
  const { cookies, setCookies } = store.recording.value;
  if (cookies.size > 0 || setCookies.size > 0) return null;
  const tab = store.tab.value;
  if (tab?.page === 'browser-page') return 'browser-page';
  if (tab?.access === 'missing') return 'no-access';
  return store.loaded.value ? null : 'connecting';
}

export function PageState({ state }: { readonly state: PageStateKind }) {
  const panel = usePanel();
  switch (state) {
    case 'connecting':
      return (
        <div class={styles.late}>
          <Empty icon={LoaderCircle} title={t('state_connecting')} text={t('state_connecting_why')} />
        </div>
      );
    case 'mismatch':
      return (
        <Empty icon={RotateCw} title={t('state_mismatch')} text={t('state_mismatch_why')}>
          <Button kind="primary" onPress={panel.reloadPanel}>
            {t('reload_panel')}
          </Button>
        </Empty>
      );
    case 'browser-page':
      return <Empty icon={Ban} title={t('state_browser_page')} text={t('state_browser_page_why')} />;
    case 'no-access':
      return (
        <Empty icon={KeyRound} title={t('state_no_access')} text={t('state_no_access_why')}>
          <AccessButton />
        </Empty>
      );
  }
}

/** Asks for the hosts that the worker named. */
export function AccessButton() {
  const panel = usePanel();
  const origins = panel.store.tab.value?.askFor ?? [];
  return (
    <Button
      kind="primary"
      icon={KeyRound}
      title={origins.join('\n')}
      onPress={() => panel.requestAccess(origins)}
    >
      {t('allow_access')}
    </Button>
  );
}
