import { t, uiLanguage } from '../platform/i18n.ts';
import { THEMES, type Theme } from '../protocol/theme.ts';
import type { SettingSignals } from './model.ts';
import { Section } from './section.tsx';
import styles from './settings.module.css';

const WORDS = {
  system: 'theme_system',
  light: 'theme_light',
  dark: 'theme_dark',
} as const satisfies Readonly<Record<Theme, string>>;

export function LookSection({ values: { theme } }: { readonly values: Pick<SettingSignals, 'theme'> }) {
  return (
    <Section title={t('settings_look')}>
      <fieldset class={styles.choice}>
        <legend>{t('theme')}</legend>
        {THEMES.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="theme"
              checked={theme.value === name}
              onChange={() => {
                theme.value = name;
              }}
            />
            {t(WORDS[name])}
          </label>
        ))}
      </fieldset>
      <p class={styles.soft}>{t('theme_why')}</p>
      <p>{t('settings_language', languageName())}</p>
    </Section>
  );
}

/** Of the strings, in itself. */
function languageName(): string {
  const code = uiLanguage() ?? 'en';
  return new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
}
