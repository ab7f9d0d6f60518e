import { t } from '../platform/i18n.ts';
import { panelId, Tabs, tabId } from '../ui/tabs.tsx';
import styles from './app.module.css';
import type { Feature } from './features/feature.ts';
import { TakeKey } from './features/snapshots/take-key.ts';
import { Notices } from './notices.tsx';
import { PageState, pageStateOf } from './page-state.tsx';
import { type Panel, PanelProvider } from './panel.ts';
import { Toolbar } from './toolbar.tsx';
import { useFeature } from './use-feature.ts';
import { WorkLine } from './workbench/work-line.tsx';

interface AppProps {
  readonly panel: Panel;
  /** At least one. */
  readonly features: readonly [Feature, ...Feature[]];
}

/** The whole panel: one toolbar line, one line of tabs, and the feature on show or why there is none. */
export function App({ panel, features }: AppProps) {
  const { store } = panel;
  const feature = features.find(({ id }) => id === store.feature.value) ?? features[0];
  const view = useFeature(panel, feature);
  const state = pageStateOf(store);
  return (
    <PanelProvider value={panel}>
      <header>
        <h1 class="visually-hidden">{t('extension_name')}</h1>
        <Toolbar features={features} scope={view?.search ?? null} />
        <TakeKey />
      </header>
      <nav class={styles.tabs} aria-label={t('views')}>
        <Tabs
          label={t('views')}
          tabs={features.map(({ id, label, icon }) => ({ id, icon, label: t(label) }))}
          selected={feature.id}
          onSelect={(id) => (store.feature.value = id)}
        />
        <div class={styles.actions}>{state === null && view && <view.Actions />}</div>
      </nav>
      <main class={styles.main}>
        <Notices />
        <div class={styles.view} role="tabpanel" id={panelId(feature.id)} aria-labelledby={tabId(feature.id)}>
          {state === null ? view && <view.View /> : <PageState state={state} />}
        </div>
        <WorkLine />
      </main>
    </PanelProvider>
  );
}
