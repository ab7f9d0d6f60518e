import { Trash2 } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Text } from '../../../ui/text.tsx';
import { RelativeTime } from '../../parts/time.tsx';
import styles from './login-run.module.css';
import type { LoginRunModel } from './model.ts';

/** Runs of this browser session, the newest first. */
export function RunList({ model }: { readonly model: LoginRunModel }) {
  const runs = model.runs.value;
  if (runs.length === 0) return null;
  return (
    <>
      <h3>{t('run_earlier')}</h3>
      <ul class={styles.runs}>
        {runs.map((run) => {
          const { id, name, startedAt, report } = run;
          const failed = report.loginChecks.filter(({ state }) => state === 'failed').length;
          const passed = report.loginChecks.filter(({ state }) => state === 'passed').length;
          return (
            <li key={id}>
              <button
                type="button"
                class={styles.run}
                aria-pressed={model.shown.value === id}
                onClick={() => (model.shown.value = id)}
              >
                <b>{name === '' ? <Text text={report.site} /> : <Text text={name} />}</b>
                <span class={styles.soft}>
                  <RelativeTime at={startedAt} /> · {t('run_sums', passed, failed)}
                </span>
              </button>
              <IconButton icon={Trash2} label={t('run_forget')} onPress={() => model.forget(id)} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
