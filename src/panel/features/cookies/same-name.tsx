import { sameNameAs } from '../../../core/recording/same-name.ts';
import { t } from '../../../platform/i18n.ts';
import { Text } from '../../../ui/text.tsx';
import type { CookieRow } from '../../cookie-row.ts';
import { usePanel } from '../../panel.ts';
import { CookieLink } from '../../parts/links.tsx';
import { Section } from '../../parts/section.tsx';
import styles from './cookies.module.css';

/** Other cookies of this site with the same name: which goes first, and why. */
export function SameNameList({ row }: { readonly row: CookieRow }) {
  const { store } = usePanel();
  const recording = store.recording.value;
  const entry = recording.cookies.get(row.key);
  const same = entry === undefined ? null : sameNameAs(recording, entry);
  if (same === null) return null;
  return (
    <Section title={t('same_name_title')}>
      <p>{t(same.decidedBy === 'path' ? 'same_name_path' : 'same_name_age')}</p>
      <ol class={styles.sameName}>
        {same.order.slice(0, 20).map(({ key, cookie }) => (
          <li key={key} aria-current={key === row.key || undefined}>
            <CookieLink cookie={key} name={cookie.name} />{' '}
            <Text text={`${cookie.hostOnly ? '' : '.'}${cookie.domain}${cookie.path}`} limit={120} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
