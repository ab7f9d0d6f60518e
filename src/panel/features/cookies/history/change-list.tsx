import type { BrowserCookie } from '../../../../core/recording/fact.ts';
import { fingerprint } from '../../../../core/report/fingerprint.ts';
import { t } from '../../../../platform/i18n.ts';
import { exactTime } from '../../../../ui/time.ts';
import { usePanel } from '../../../panel.ts';
import { Value } from '../../../parts/value.tsx';
import { type CookieChange, changesBetween } from './changes.ts';
import styles from './history.module.css';

interface ChangeListProps {
  readonly before: BrowserCookie;
  readonly after: BrowserCookie;
}

/** What differs, old and new side by side; values by their fingerprints, and shown with all values. */
export function ChangeList({ before, after }: ChangeListProps) {
  return (
    <table class={styles.changes}>
      <colgroup>
        <col class={styles.label} />
        <col />
        <col />
      </colgroup>
      <thead class="visually-hidden">
        <tr>
          <th>{t('history_attribute')}</th>
          <th>{t('history_before')}</th>
          <th>{t('history_after')}</th>
        </tr>
      </thead>
      <tbody>
        {changesBetween(before, after).map((change) => (
          <tr key={change.attribute}>
            <th scope="row">{change.attribute === 'value' ? t('section_value') : change.attribute}</th>
            <td>
              <Side change={change} text={change.from} />
            </td>
            <td>
              <Side change={change} text={change.to} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ change, text }: { readonly change: CookieChange; readonly text: string }) {
  if (change.attribute === 'value') return <ValueSide value={text} />;
  if (change.time) {
    if (text === '') return <span>{t('lifetime_session')}</span>;
    return <time title={exactTime(Number(text))}>{exactTime(Number(text)).split('\n', 1)[0]}</time>;
  }
  return <span>{text}</span>;
}

function ValueSide({ value }: { readonly value: string }) {
  const { store } = usePanel();
  if (value === '') return <Value value="" />;
  return (
    <>
      <code title={t('history_fingerprint_why')}>
        {fingerprint(store.recording.value.fingerprintKey, value)}
      </code>
      {store.showValues.value && (
        <>
          {' '}
          <Value value={value} limit={80} />
        </>
      )}
    </>
  );
}
