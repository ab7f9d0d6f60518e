import { Bell } from 'lucide';
import { t, tn } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { CodeText } from '../../../ui/code-text.tsx';
import styles from './findings.module.css';
import { type FindingsModel, type ShownSite, setMuted } from './model.ts';
import { SeverityBadge } from './severity.tsx';

interface MutedGroupsProps {
  readonly model: FindingsModel;
  readonly shown: ShownSite;
}

/** What a person muted for this site: not in the score, never out of sight. */
export function MutedGroups({ model, shown: { muted, texts } }: MutedGroupsProps) {
  if (muted.length === 0) return null;
  return (
    <section class={styles.muted}>
      <h3>
        {tn(
          'findings_muted',
          muted.reduce((sum, { findings }) => sum + findings.length, 0),
        )}
      </h3>
      <ul>
        {muted.map(({ rule, severity, findings }) => (
          <li key={rule}>
            <SeverityBadge severity={severity} />
            <span>
              <CodeText text={texts[rule]?.title ?? rule} />
              {findings.length > 1 ? ` × ${findings.length}` : ''}
            </span>
            <Button icon={Bell} onPress={() => setMuted(model, rule, false)}>
              {t('findings_unmute')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
