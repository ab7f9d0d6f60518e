import '../ui/base.css';
import { effect } from '@preact/signals';
import { SearchX } from 'lucide';
import { render } from 'preact';
import { t } from '../platform/i18n.ts';
import { openSettings } from '../platform/open-settings.ts';
import { isBoolean, type Preferences } from '../platform/preferences.ts';
import { showTheme } from '../platform/show-theme.ts';
import { Empty } from '../ui/empty.tsx';
import { App } from './app.tsx';
import { createAuditor } from './auditor.ts';
import { createClock } from './clock.ts';
import { createConnection } from './connection.ts';
import { createEndings } from './endings/model.ts';
import { features } from './features/index.ts';
import { AUTOMATIC } from './features/snapshots/automatic-name.ts';
import type { Host } from './host.ts';
import { browserScheduler } from './scheduler.ts';
import { createStore } from './store.ts';
import { preload } from './use-feature.ts';

/** Draws the panel into `root` and connects it. */
export function startPanel(root: HTMLElement, host: Host, preferences: Preferences): void {
  const store = createStore(preferences, features[0].id);
  // The person's choice, else what DevTools has, else the browser's preference.
  const show = () => showTheme(store.theme.value, host.theme());
  effect(show);
  host.onTheme(show);
  const connection = createConnection({
    tabId: host.tabId,
    connect: host.connect,
    isFinal: host.isFinal,
    scheduler: browserScheduler(),
    sink: store.sink,
  });
  const now = createClock();
  const panel = {
    store,
    now,
    audited: createAuditor({
      store,
      now: () => now.peek(),
      load: async () => (await import('./audit-recording.ts')).loadAudit(),
      idle: (run) => requestIdleCallback(run, { timeout: 500 }),
    }),
    endings: createEndings(store, now),
    call: connection.call,
    reloadPage: host.reloadPage,
    reloadPanel: () => location.reload(),
    openSettings,
    requestAccess: host.requestAccess,
    requestScripting: host.requestScripting,
    openSource: host.openSource,
  };
  root.replaceChildren();
  render(<App panel={panel} features={features} />, root);
  // The first screen goes first.
  const dispose = effect(() => {
    if (!store.loaded.value) return;
    preload(features);
    // Logins are kept whatever tab is on show.
    if (preferences.read(AUTOMATIC, isBoolean, false))
      import('./features/snapshots/keeper.ts').then(({ keeperOf }) => keeperOf(panel)).catch(() => undefined);
    queueMicrotask(() => dispose());
  });
}

/** What the page says when it was opened without a tab to show. */
export function showNoTab(root: HTMLElement): void {
  root.replaceChildren();
  render(<Empty icon={SearchX} title={t('state_no_tab')} text={t('state_no_tab_why')} />, root);
}
