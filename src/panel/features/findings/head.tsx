import { Circle, CircleCheck } from 'lucide';
import type { Check, Coverage, ScoreStep } from '../../../core/audit/report.ts';
import { type MessageKey, t, tn } from '../../../platform/i18n.ts';
import { CodeText } from '../../../ui/code-text.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Text } from '../../../ui/text.tsx';
import styles from './findings.module.css';
import type { FindingsModel, ShownSite } from './model.ts';

interface HeadProps {
  readonly model: FindingsModel;
  readonly shown: ShownSite;
}

/** The grade, how it came about, and how much of what can be checked was seen. */
export function Head({ model, shown: { site } }: HeadProps) {
  const { score, grade, coverage, explanation, findings } = site;
  const observed = coverage.filter(({ state }) => state === 'observed').length;
  return (
    <section class={styles.head} aria-label={t('findings_grade')}>
      <div
        class={styles.grade}
        data-grade={score === null ? 'none' : grade.charAt(0)}
        role="img"
        aria-label={score === null ? t('popup_no_grade') : t('popup_grade', grade)}
      >
        {grade}
      </div>
      <div class={styles.summary}>
        <SiteName model={model} site={site.site} />
        <p>
          {score === null ? t('popup_none_text') : t('findings_score', score)}
          {' · '}
          {tn('findings_count', findings.length)}
          {' · '}
          {t('popup_coverage', observed, coverage.length)}
        </p>
        <CoverageList coverage={coverage} />
        {explanation.length > 0 && <Explanation steps={explanation} />}
      </div>
    </section>
  );
}

/** A choice where the recording shows several sites. */
function SiteName({ model, site }: { readonly model: FindingsModel; readonly site: string }) {
  const sites = model.sites.value;
  return (
    <h2 class={styles.site}>
      {sites.length < 2 ? (
        <Text text={site} />
      ) : (
        <select
          aria-label={t('findings_site')}
          value={site}
          onChange={(event) => (model.chosen.value = event.currentTarget.value)}
        >
          {sites.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      )}
    </h2>
  );
}

const CHECKS: Readonly<Record<Check, MessageKey>> = {
  cookies: 'check_cookies',
  'login-rotation': 'check_login_rotation',
  'logout-clearing': 'check_logout_clearing',
  'logout-invalidation': 'check_logout_invalidation',
  lifetime: 'check_lifetime',
  csrf: 'check_csrf',
  transport: 'check_transport',
};

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

function CoverageList({ coverage }: { readonly coverage: readonly Coverage[] }) {
  return (
    <ul class={styles.coverage} aria-label={t('findings_coverage')}>
      {coverage.map(({ check, state }) => (
        <li key={check} data-state={state} title={state === 'observed' ? undefined : t(HINTS[check])}>
          <Icon
            node={state === 'observed' ? CircleCheck : Circle}
            size={12}
            label={t(state === 'observed' ? 'check_observed' : 'check_not_observed')}
          />
          {t(CHECKS[check])}
        </li>
      ))}
    </ul>
  );
}

function Explanation({ steps }: { readonly steps: readonly ScoreStep[] }) {
  return (
    <details class={styles.explanation}>
      <summary>{t('findings_explain')}</summary>
      <table>
        <tbody>
          {steps.map(({ points, text }, index) => (
            <tr key={index}>
              <td>{points > 0 ? `+${points}` : points}</td>
              <td lang="en">
                <CodeText text={text} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
