import type { Check, Coverage } from '../core/audit/report.ts';
import { type MessageKey, t } from '../platform/i18n.ts';
import styles from './popup.module.css';

/** What to do for each; the report's own words are English. */
const HINTS: Readonly<Record<Check, MessageKey>> = {
  cookies: 'hint_cookies',
  'login-rotation': 'hint_login_rotation',
  'logout-clearing': 'hint_logout_clearing',
  'logout-invalidation': 'hint_logout_invalidation',
  lifetime: 'hint_lifetime',
  csrf: 'hint_csrf',
  transport: 'hint_transport',
};

/** How much of what can be checked was seen, and what to do for more. */
export function CoverageLine({ coverage }: { readonly coverage: readonly Coverage[] }) {
  const observed = coverage.filter(({ state }) => state === 'observed').length;
  const next = coverage.find(({ state }) => state === 'not-observed')?.check;
  return (
    <section class={styles.coverage}>
      <div class={styles.steps} aria-hidden="true">
        {coverage.map(({ check }, index) => (
          <span key={check} data-on={index < observed} />
        ))}
      </div>
      <p>{t('popup_coverage', observed, coverage.length)}</p>
      {next === undefined ? null : <p class={styles.soft}>{t('popup_next', t(HINTS[next]))}</p>}
    </section>
  );
}
