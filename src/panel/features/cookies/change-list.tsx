import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { t } from '../../../platform/i18n.ts';
import { exactTime } from '../../../ui/time.ts';
import { Value } from '../../parts/value.tsx';
import { type CookieChange, changesBetween } from './changes.ts';
import styles from './cookies.module.css';

interface ChangeListProps {
  readonly before: BrowserCookie;
  readonly after: BrowserCookie;
}

/** Old and new of each attribute that differs. */
export function ChangeList({ before, after }: ChangeListProps) {
  return (
    <ul class={styles.changes}>
      {changesBetween(before, after).map((change) => (
        <li key={change.attribute}>
          {change.attribute === 'value' ? t('section_value') : change.attribute}:{' '}
          <Side change={change} text={change.from} /> → <Side change={change} text={change.to} />
        </li>
      ))}
    </ul>
  );
}

function Side({ change, text }: { readonly change: CookieChange; readonly text: string }) {
  if (change.attribute === 'value') return <Value value={text} limit={80} />;
  if (change.time) {
    if (text === '') return <span>{t('lifetime_session')}</span>;
    return <span>{exactTime(Number(text)).split('\n', 1)[0]}</span>;
  }
  return <span>{text}</span>;
}
