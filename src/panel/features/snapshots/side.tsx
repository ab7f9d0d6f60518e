import type { SameSite } from '../../../core/cookie/types.ts';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { fingerprint } from '../../../core/report/fingerprint.ts';
import type { Difference } from '../../../core/snapshot/differences.ts';
import { type MessageKey, t } from '../../../platform/i18n.ts';
import { Text } from '../../../ui/text.tsx';
import { exactTime } from '../../../ui/time.ts';
import { usePanel } from '../../panel.ts';
import { RelativeTime } from '../../parts/time.tsx';
import styles from './differences.module.css';

const SAME_SITE = {
  strict: 'same_site_strict',
  lax: 'same_site_lax',
  none: 'same_site_none',
  unspecified: 'same_site_unset',
} as const satisfies Readonly<Record<SameSite, MessageKey>>;

interface SideProps {
  readonly difference: Difference;
  readonly side: 'from' | 'to';
}

/** One attribute, before or after. */
export function Side({ difference, side }: SideProps) {
  switch (difference.attribute) {
    case 'value':
      return <ValueOrPrint value={difference[side]} />;
    case 'expires':
      return <Expiry at={difference[side]} />;
    case 'secure':
    case 'httpOnly':
      return t(difference[side] ? 'yes' : 'no');
    case 'sameSite':
      return t(SAME_SITE[difference[side]]);
  }
}

const LONGEST_VALUE = 200;

/** The value where values are shown; else what tells equal ones from others, and nothing more. */
function ValueOrPrint({ value }: { readonly value: string }) {
  const { showValues, recording } = usePanel().store;
  if (value === '') return <span class={styles.soft}>{t('value_empty')}</span>;
  return (
    <code class={styles.value} title={showValues.value ? undefined : t('snap_fingerprint_why')}>
      {showValues.value ? (
        <Text text={value} limit={LONGEST_VALUE} />
      ) : (
        fingerprint(recording.value.fingerprintKey, value)
      )}
    </code>
  );
}

function Expiry({ at }: { readonly at: number | null }) {
  if (at === null) return t('lifetime_session');
  return (
    <>
      {exactTime(at).split('\n', 1)[0]}{' '}
      <span class={styles.soft}>
        <RelativeTime at={at} />
      </span>
    </>
  );
}

/** All of a cookie that was added or removed, in one cell. */
export function CookieState({ cookie }: { readonly cookie: BrowserCookie }) {
  const { secure, httpOnly, sameSite, expires, value } = cookie;
  return (
    <span class={styles.state}>
      <span>
        {t('section_value')} <ValueOrPrint value={value} />
      </span>
      <span>
        {t('attr_expires')} {expires === null ? t('lifetime_session') : <RelativeTime at={expires} />}
      </span>
      {secure && <span>{t('attr_secure')}</span>}
      {httpOnly && <span>{t('attr_http_only')}</span>}
      <span>
        {t('attr_same_site')} {t(SAME_SITE[sameSite])}
      </span>
    </span>
  );
}
