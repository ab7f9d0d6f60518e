import type { Signal } from '@preact/signals';
import { t } from '../platform/i18n.ts';
import { COLUMN_IDS, type ColumnId, toggleColumn } from '../protocol/columns.ts';
import { Check, Section } from './section.tsx';
import styles from './settings.module.css';

export function ColumnsSection({ columns }: { readonly columns: Signal<readonly ColumnId[]> }) {
  return (
    <Section title={t('settings_columns')} why={t('settings_columns_why')}>
      <div class={styles.columns}>
        {COLUMN_IDS.map((id) => (
          <Check
            key={id}
            label={t(`column_${id}`)}
            checked={columns.value.includes(id)}
            disabled={id === 'name'}
            onChange={() => {
              columns.value = toggleColumn(columns.peek(), id);
            }}
          />
        ))}
      </div>
    </Section>
  );
}
