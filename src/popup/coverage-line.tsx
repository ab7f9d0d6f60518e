import type { Coverage } from '../core/audit/report.ts';
import { t } from '../platform/i18n.ts';
import styles from './popup.module.css';

/** How much of what can be checked was seen, and what to do for more. */
export function CoverageLine({ coverage }: { readonly coverage: readonly Coverage[] }) {
  const observed = coverage.filter(({ state }) => state === 'observed').length;
  const next = coverage.find(({ state, hint }) => state === 'not-observed' && hint !== undefined)?.hint;
  return (
    <section class={styles.coverage}>
      <div class={styles.steps} aria-hidden="true">
        {coverage.map(({ check }, index) => (
          <span key={check} data-on={index < observed} />
        ))}
      </div>
      <p>{t('popup_coverage', observed, coverage.length)}</p>
      {next === undefined ? null : <p class={styles.soft}>{t('popup_next', next)}</p>}
    </section>
  );
}
