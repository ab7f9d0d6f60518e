import { t } from '../../../platform/i18n.ts';
import styles from './login-run.module.css';
import type { LoginRunModel } from './model.ts';
import { RunList } from './run-list.tsx';
import { RunView } from './run-view.tsx';
import { Running } from './running.tsx';
import { Start } from './start.tsx';

/** Leads through a login, and says what it passed and failed. */
export function LoginRunView({ model }: { readonly model: LoginRunModel }) {
  const run = model.runs.value.find(({ id }) => id === model.shown.value);
  return (
    <div class={styles.page}>
      <section class={styles.flow} aria-label={t('run_flow')}>
        {model.running.value === null ? <Start model={model} /> : <Running model={model} />}
        <RunList model={model} />
      </section>
      {run && model.running.value === null && <RunView key={run.id} model={model} run={run} />}
    </div>
  );
}
