import { REPORT_SCHEMA } from '../../../core/audit/report.ts';
import type { ReportFormat } from '../../../core/report/formats.ts';
import { render } from '../../../core/report/render.ts';
import { t, uiLanguage } from '../../../platform/i18n.ts';
import { Text } from '../../../ui/text.tsx';
import { SaveReport } from '../../parts/save-report.tsx';
import { RelativeTime } from '../../parts/time.tsx';
import { CheckList } from './check-list.tsx';
import styles from './login-run.module.css';
import type { LoginRunModel } from './model.ts';
import { compareRuns, type Run } from './run.ts';

interface RunViewProps {
  readonly model: LoginRunModel;
  readonly run: Run;
}

/** What a run passed and failed, beside an earlier one where there is one. */
export function RunView({ model, run }: RunViewProps) {
  const others = model.runs.value.filter(({ id }) => id !== run.id);
  const beside = others.find(({ id }) => id === model.beside.value);
  const save = (format: ReportFormat) =>
    render(
      { schema: REPORT_SCHEMA, generatedAt: run.finishedAt, source: 'browser', sites: [run.report] },
      format,
      { texts: model.audited.peek()?.texts ?? {}, version: __VERSION__, source: run.name || run.report.site },
    );
  return (
    <section class={styles.result} aria-label={t('run_result')}>
      <div class={styles.resultHead}>
        <h2>
          <Text text={run.name === '' ? run.report.site : run.name} />
        </h2>
        <SaveReport name="crumbtrail-login" make={save} />
      </div>
      <p class={styles.soft}>
        <Text text={run.report.site} /> · <RelativeTime at={run.startedAt} /> ·{' '}
        {t('popup_grade', run.report.grade)}
      </p>
      {others.length > 0 && (
        <label class={styles.compare}>
          {t('run_compare')}{' '}
          <select
            value={beside?.id ?? ''}
            onChange={(event) => (model.beside.value = event.currentTarget.value || null)}
          >
            <option value="">{t('run_compare_none')}</option>
            {others.map(({ id, name, report, startedAt }) => (
              <option key={id} value={id}>
                {name || report.site} ({new Date(startedAt).toLocaleTimeString(uiLanguage())})
              </option>
            ))}
          </select>
        </label>
      )}
      <CheckList checks={run.report.loginChecks} {...(beside ? { beside: compareRuns(run, beside) } : {})} />
    </section>
  );
}
