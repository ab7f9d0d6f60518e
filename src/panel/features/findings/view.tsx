import { BadgeCheck, Hourglass, SearchX } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { Empty } from '../../../ui/empty.tsx';
import styles from './findings.module.css';
import { FrameworkChoice } from './framework-choice.tsx';
import { Group } from './group.tsx';
import { Head } from './head.tsx';
import type { FindingsModel } from './model.ts';
import { MutedGroups } from './muted-groups.tsx';

interface ModelProps {
  readonly model: FindingsModel;
}

/** Grade and coverage on top, then the findings by rule, the worst first. */
export function FindingsView({ model }: ModelProps) {
  const shown = model.shown.value;
  if (model.audited.value === null)
    return <Empty icon={Hourglass} title={t('findings_loading')} text={t('findings_loading_why')} />;
  if (shown === null)
    return <Empty icon={SearchX} title={t('findings_no_site')} text={t('findings_no_site_why')} />;
  return (
    <div class={styles.page}>
      <Head model={model} shown={shown} />
      {shown.groups.length === 0 ? (
        <Empty icon={BadgeCheck} title={t('findings_none')} text={t('findings_none_why')} />
      ) : (
        <>
          <FrameworkChoice model={model} shown={shown} />
          <ul class={styles.groups} aria-label={t('tab_findings')}>
            {shown.groups.map((group) => (
              <Group key={group.rule} model={model} shown={shown} group={group} />
            ))}
          </ul>
        </>
      )}
      <MutedGroups model={model} shown={shown} />
    </div>
  );
}
