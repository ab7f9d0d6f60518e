import { Circle } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './login-run.module.css';
import type { LoginRunModel } from './model.ts';

export function Start({ model }: { readonly model: LoginRunModel }) {
  return (
    <form
      class={styles.start}
      onSubmit={(event) => {
        event.preventDefault();
        void model.start();
      }}
    >
      <h2>{t('run_title')}</h2>
      <p class={styles.soft}>{t('run_intro')}</p>
      <label class={styles.field}>
        {t('run_name')}
        <input
          maxLength={80}
          placeholder={t('run_name_example')}
          value={model.name.value}
          onInput={(event) => (model.name.value = event.currentTarget.value)}
        />
      </label>
      <p class={styles.actions}>
        <Button icon={Circle} kind="primary" onPress={() => void model.start()}>
          {t('run_start')}
        </Button>
        <span class={styles.soft}>{t('run_start_why')}</span>
      </p>
    </form>
  );
}
