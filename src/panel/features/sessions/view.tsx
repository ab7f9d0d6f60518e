import { Hourglass } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { Empty } from '../../../ui/empty.tsx';
import { ActivityLog } from './activity-log.tsx';
import { Bar } from './bar.tsx';
import { Candidates } from './candidates.tsx';
import { NoSession } from './empty.tsx';
import type { SessionsModel } from './model.ts';
import { SessionSection } from './session-section.tsx';
import styles from './sessions.module.css';

/** Marks on top; then each session cookie with its life and verdicts; then what may be one, and the log. */
export function SessionsView({ model }: { readonly model: SessionsModel }) {
  const shown = model.shown.value;
  if (model.audited.value === null)
    return <Empty icon={Hourglass} title={t('findings_loading')} text={t('findings_loading_why')} />;
  return (
    <div class={styles.page}>
      <Bar model={model} shown={shown} />
      {shown === null || shown.blocks.length === 0 ? (
        <NoSession shown={shown} />
      ) : (
        shown.blocks.map((block) => (
          <SessionSection key={block.id} model={model} shown={shown} block={block} />
        ))
      )}
      {shown !== null && (
        <>
          <Candidates model={model} shown={shown} />
          <ActivityLog model={model} shown={shown} />
        </>
      )}
    </div>
  );
}
