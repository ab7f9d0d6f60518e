import type { ReadonlySignal } from '@preact/signals';
import type { RuleTexts } from '../core/audit/rule-texts.ts';
import { t } from '../platform/i18n.ts';
import { ColumnsSection } from './columns-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { LookSection } from './look-section.tsx';
import type { SettingsModel } from './model.ts';
import { MutedSection } from './muted-section.tsx';
import { SaidSection } from './said-section.tsx';
import styles from './settings.module.css';
import { TestSection } from './test-section.tsx';
import { TransferSection } from './transfer-section.tsx';

interface SettingsPageProps {
  readonly model: SettingsModel;
  readonly texts: ReadonlySignal<RuleTexts>;
}

/** All settings on one page; each holds from the moment it is changed. */
export function SettingsPage({ model, texts }: SettingsPageProps) {
  const { values } = model;
  return (
    <main class={styles.page}>
      <div class={styles.inner}>
        <header>
          <h1>{t('settings_title')}</h1>
          <p class={styles.soft}>{t('settings_why')}</p>
        </header>
        <LookSection values={values} />
        <TestSection values={values} />
        <ColumnsSection columns={values.columns} />
        <LimitsSection limits={values.limits} />
        <MutedSection muted={values.muted} texts={texts} />
        <SaidSection saidOf={values.saidOf} />
        <TransferSection model={model} />
      </div>
    </main>
  );
}
