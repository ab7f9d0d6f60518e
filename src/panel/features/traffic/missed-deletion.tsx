import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { type Mismatch, missedBy } from '../../../core/recording/missed-deletion.ts';
import type { SetCookieEntry } from '../../../core/recording/recording.ts';
import { t } from '../../../platform/i18n.ts';
import { Text } from '../../../ui/text.tsx';
import { usePanel } from '../../panel.ts';
import styles from './traffic.module.css';

/** Says when a deletion leaves the cookie it was meant for where it is. */
export function MissedDeletion({ entry }: { readonly entry: SetCookieEntry }) {
  const { store } = usePanel();
  const missed = missedBy(store.recording.value, entry);
  return (
    <>
      {missed.slice(0, 5).map(({ entry: { key }, cookie, differs }) => (
        <p key={key} class={styles.missed}>
          <Text
            text={t(
              'missed_deletion',
              cookie.name,
              differs.map((mismatch) => asStored(cookie, mismatch)).join(', '),
              differs.map((mismatch) => t(`missed_${mismatch}`)).join(', '),
            )}
            limit={400}
          />
        </p>
      ))}
    </>
  );
}

function asStored(cookie: BrowserCookie, mismatch: Mismatch): string {
  switch (mismatch) {
    case 'domain':
      return cookie.hostOnly ? t('missed_host_only') : `Domain=${cookie.domain}`;
    case 'path':
      return `Path=${cookie.path}`;
    case 'partition':
      return cookie.partitionKey === null ? t('partition_none') : t('missed_partition');
  }
}
