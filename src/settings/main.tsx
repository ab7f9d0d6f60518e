/** The settings' page: puts its parts together, and nothing else. */
import '../ui/base.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { RULE_TEXTS_FILE, type RuleTexts } from '../core/audit/rule-texts.ts';
import { t, uiDirection, uiLanguage } from '../platform/i18n.ts';
import { native } from '../platform/native.ts';
import { ownFile } from '../platform/own-file.ts';
import { loadPreferences } from '../platform/preferences.ts';
import { showTheme } from '../platform/show-theme.ts';
import { createSettingsModel } from './model.ts';
import { SettingsPage } from './view.tsx';

const root = document.getElementById('settings');
const area = native.storage.local;
document.documentElement.lang = uiLanguage() ?? 'en';
document.documentElement.dir = uiDirection();
document.title = t('settings_title');

const preferences = await loadPreferences({
  get: () => area.get(null),
  set: (items) => area.set(items),
  onChanged: area.onChanged,
});
const model = createSettingsModel(preferences);
effect(() => showTheme(model.values.theme.value));
/** For the names of muted rules; without the file they are called by their ids. */
const texts = signal<RuleTexts>({});
ownFile(RULE_TEXTS_FILE).then(
  (loaded) => {
    texts.value = loaded as RuleTexts;
  },
  () => undefined,
);
if (root) render(<SettingsPage model={model} texts={texts} />, root);
