import { useSignalEffect } from '@preact/signals';
import { Hourglass } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Collect } from './collect.tsx';
import { GivenTokens } from './given.tsx';
import { type StrengthModel, takeSession } from './model.ts';
import { RecordedSessions } from './recorded-sessions.tsx';
import { Result } from './result.tsx';
import styles from './strength.module.css';

/** Where IDs come from at the side; what is found in them beside it. */
export function StrengthView({ model }: { readonly model: StrengthModel }) {
  useSignalEffect(() => model.judgeRecorded());
  useSignalEffect(() => {
    if (model.store.strength.value !== null) takeSession(model);
  });
  if (model.audited.value === null)
    return <Empty icon={Hourglass} title={t('findings_loading')} text={t('findings_loading_why')} />;
  return (
    <div class={styles.page}>
      <div class={styles.columns}>
        <div class={styles.sources}>
          <RecordedSessions model={model} />
          <Collect model={model} />
          <GivenTokens model={model} />
        </div>
        <Result model={model} />
      </div>
    </div>
  );
}
