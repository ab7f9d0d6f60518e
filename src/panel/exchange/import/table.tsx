import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { t } from '../../../platform/i18n.ts';
import { Grid } from '../../../ui/grid.tsx';
import { usePanel } from '../../panel.ts';
import styles from '../exchange.module.css';
import { importColumns } from './columns.tsx';
import type { ImportModel } from './model.ts';

/** All rows of the file; Space takes the one under the cursor, or leaves it out. */
export function ImportTable({ model }: { readonly model: ImportModel }) {
  const { store } = usePanel();
  const widths = useMemo(() => signal<Readonly<Record<string, number>>>({}), []);
  const columns = importColumns(model, store.showValues.value);
  const move = (key: string) => (model.cursor.value = key);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: one more key of the grid inside
    <div
      class={styles.table}
      onKeyDown={(event) => {
        if (event.key !== ' ' || event.target instanceof HTMLInputElement) return;
        if (!(event.target instanceof HTMLElement) || event.target.role !== 'grid') return;
        event.preventDefault();
        const row = model.rows.peek()[Number(model.cursor.peek() ?? Number.NaN)];
        if (row) model.toggle(row);
      }}
    >
      <Grid
        label={t('import_table')}
        columns={columns}
        widths={widths.value}
        onWidths={(next) => (widths.value = next)}
        rows={model.shown.value}
        rowKey={(row) => String(row.index)}
        cursor={model.cursor.value}
        onCursor={move}
        onOpen={move}
        empty={<p class={styles.none}>{t('import_none_shown')}</p>}
      />
    </div>
  );
}
