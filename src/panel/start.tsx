import '../ui/base.css';
import { SearchX } from 'lucide';
import { render } from 'preact';
import { t } from '../platform/i18n.ts';
import type { Preferences } from '../platform/preferences.ts';
import { Empty } from '../ui/empty.tsx';
import { App } from './app.tsx';
import { createClock } from './clock.ts';
import { createConnection } from './connection.ts';
import { features } from './features/index.ts';
import type { Host } from './host.ts';
import { browserScheduler } from './scheduler.ts';
import { createStore } from './store.ts';

/** Draws the panel into `root` and connects it. */
export function startPanel(root: HTMLElement, host: Host, preferences: Preferences): void {
  const theme = () => {
    const name = host.theme();
    if (name) document.documentElement.dataset.theme = name;
  };
  theme();
  host.onTheme(theme);
  document.documentElement.lang = t('language');

  const store = createStore(preferences, features[0]?.id ?? '');
  const connection = createConnection({
    tabId: host.tabId,
    connect: host.connect,
    isFinal: host.isFinal,
    scheduler: browserScheduler(),
    sink: store.sink,
  });
  const panel = {
    store,
    now: createClock(),
    call: connection.call,
    reloadPage: host.reloadPage,
    reloadPanel: () => location.reload(),
    requestAccess: host.requestAccess,
  };
  root.replaceChildren();
  render(<App panel={panel} features={features} />, root);
}

/** What the page says when it was opened without a tab to show. */
export function showNoTab(root: HTMLElement): void {
  root.replaceChildren();
  render(<Empty icon={SearchX} title={t('state_no_tab')} text={t('state_no_tab_why')} />, root);
}
