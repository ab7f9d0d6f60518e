import { type Framework, frameworkNames, frameworks } from '../../../core/fix/framework.ts';
import { t } from '../../../platform/i18n.ts';
import { CodeText } from '../../../ui/code-text.tsx';
import styles from './findings.module.css';
import type { FindingsModel, ShownSite } from './model.ts';

interface FrameworkChoiceProps {
  readonly model: FindingsModel;
  readonly shown: ShownSite;
}

/** In whose words the fixes are: the framework that the site shows, or the one that a person says. */
export function FrameworkChoice({ model, shown }: FrameworkChoiceProps) {
  const [seen] = shown.seen;
  const isSeen = model.framework.value === 'seen';
  return (
    <p class={styles.framework}>
      <label>
        {t('findings_fixes_for')}{' '}
        <select
          value={isSeen && seen === undefined ? shown.framework : model.framework.value}
          onChange={(event) => (model.framework.value = event.currentTarget.value as Framework | 'seen')}
        >
          {seen && (
            <option value="seen">{t('findings_framework_seen', frameworkNames[seen.framework])}</option>
          )}
          {frameworks.map((framework) => (
            <option key={framework} value={framework}>
              {frameworkNames[framework]}
            </option>
          ))}
        </select>
      </label>
      {isSeen && (
        <span class={styles.soft}>
          {seen === undefined ? (
            t('findings_framework_unknown')
          ) : (
            <CodeText text={t('findings_framework_because', seen.because)} />
          )}
        </span>
      )}
    </p>
  );
}
