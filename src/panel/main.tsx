/** The panel's page: puts its parts together, and nothing else. */
import { browser } from '../platform/browser.ts';
import { uiDirection, uiLanguage } from '../platform/i18n.ts';
import { loadPreferences } from '../platform/preferences.ts';
import { browserHost } from './host.ts';
import { showNoTab, startPanel } from './start.tsx';

const root = document.getElementById('panel');
const host = browserHost(location.search);
// Before anything is drawn: dates are written in the page's language.
document.documentElement.lang = uiLanguage() ?? 'en';
document.documentElement.dir = uiDirection();
if (root && host) {
  // Read while the rest starts: a few milliseconds, and the first drawing is already as chosen.
  const area = browser.storage.local;
  loadPreferences({
    get: () => area.get(null),
    set: (items) => area.set(items),
    onChanged: area.onChanged,
  }).then((preferences) => startPanel(root, host, preferences));
} else if (root) showNoTab(root);
