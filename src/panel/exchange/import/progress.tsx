import { formatNumber, t } from '../../../platform/i18n.ts';
import { usePanel } from '../../panel.ts';
import styles from '../exchange.module.css';

/** How far the order is. */
export function RunProgress() {
  const { work } = usePanel().store;
  const told = work.value?.step === 'import' ? work.value : null;
  const done = told?.done ?? 0;
  const total = told?.total ?? 0;
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
