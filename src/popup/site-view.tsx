import type { SiteReport } from '../core/audit/report.ts';
import { t } from '../platform/i18n.ts';
import { CodeText } from '../ui/code-text.tsx';
import { CoverageLine } from './coverage-line.tsx';
import { LoginLine } from './login-line.tsx';
import { countsOf, type Mood, moodOf } from './model.ts';
import styles from './popup.module.css';
import { SeverityMark } from './severity-mark.tsx';

const VERDICTS = {
  good: 'popup_verdict_good',
  fair: 'popup_verdict_fair',
  bad: 'popup_verdict_bad',
  none: 'popup_verdict_none',
} as const satisfies Record<Mood, string>;

/** Grade, the one worst thing, how many more, and how much was looked at. */
export function SiteView({ site }: { readonly site: SiteReport }) {
  const mood = moodOf(site.grade);
  const worst = site.findings[0];
  return (
    <>
      <section class={styles.hero}>
        <div
          class={styles.grade}
          data-mood={mood}
          role="img"
          aria-label={site.score === null ? t('popup_no_grade') : t('popup_grade', site.grade)}
        >
          {site.grade}
        </div>
        <div>
          <h2 class={styles.verdict}>{t(VERDICTS[mood])}</h2>
          <p class={styles.soft}>
            {site.score === null ? t('popup_none_text') : t('popup_score', site.score)}
          </p>
        </div>
      </section>
      {worst === undefined ? (
        <p class={styles.quiet}>{t('popup_no_findings')}</p>
      ) : (
        <section class={styles.worst} data-severity={worst.severity} aria-label={t('popup_worst')}>
          <SeverityMark severity={worst.severity} />
          <p lang="en">
            <CodeText text={worst.message} />
          </p>
        </section>
      )}
      {site.findings.length > 1 ? (
        <ul class={styles.counts} aria-label={t('popup_counts')}>
          {countsOf(site.findings).map(({ severity, count }) => (
            <li key={severity}>
              <SeverityMark severity={severity} count={count} />
            </li>
          ))}
        </ul>
      ) : null}
      <LoginLine site={site} />
      <CoverageLine coverage={site.coverage} />
    </>
  );
}
