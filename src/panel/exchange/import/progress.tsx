import { formatNumber, t } from '../../../platform/i18n.ts';
import { usePanel } from '../../panel.ts';
import styles from '../exchange.module.css';
import type { ImportModel } from './model.ts';

/** How far the order is. */
export function RunProgress({ model }: { readonly model: ImportModel }) {
  const { work } = usePanel().store;
  // One with results is the order before.
  const told = work.value?.step === 'import' && work.value.results === null ? work.value : null;
  const done = told?.done ?? 0;
  const total = told?.total ?? model.taken.value;
  return (
    <div class={styles.line}>
      <progress
        class={styles.progress}
        max={Math.max(1, total)}
        value={done}
        aria-label={t('import_progress')}
      />
      <span class={styles.number}>{t('count_of', formatNumber(done), formatNumber(total))}</span>
    </div>
  );
}
