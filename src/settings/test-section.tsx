import { t } from '../platform/i18n.ts';
import { HORIZONS, LONGEST_HORIZON } from '../protocol/horizon.ts';
import { MinutesChoice } from '../ui/minutes-choice.tsx';
import type { SettingSignals } from './model.ts';
import { Check, Section } from './section.tsx';
import styles from './settings.module.css';

interface TestSectionProps {
  readonly values: Pick<SettingSignals, 'horizon' | 'showValues' | 'singleKeys'>;
}

/** How the panel behaves while somebody tests. */
export function TestSection({ values: { horizon, showValues, singleKeys } }: TestSectionProps) {
  return (
    <Section title={t('settings_test')}>
      <Check
        label={t('settings_values')}
        hint={t('settings_values_why')}
        checked={showValues.value}
        onChange={(on) => {
          showValues.value = on;
        }}
      />
      <Check
        label={t('settings_keys')}
        hint={t('settings_keys_why')}
        checked={singleKeys.value}
        onChange={(on) => {
          singleKeys.value = on;
        }}
      />
      <MinutesChoice
        label={t('settings_horizon')}
        own={t('ends_own')}
        ownLabel={t('ends_own_minutes')}
        unit={t('ends_minutes')}
        value={horizon.value}
        options={HORIZONS}
        most={LONGEST_HORIZON}
        onValue={(minutes) => {
          horizon.value = minutes;
        }}
      />
      <p class={styles.soft}>{t('settings_horizon_why')}</p>
    </Section>
  );
}
