import { CircleX, CopyX, Hourglass, Puzzle, Trash } from 'lucide';
import type { SameSite } from '../../../core/cookie/types.ts';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { isSecretRole } from '../../../core/session/roles.ts';
import { endsWithin } from '../../../core/timeline/ends.ts';
import { t } from '../../../platform/i18n.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Text } from '../../../ui/text.tsx';
import { relativeTime } from '../../../ui/time.ts';
import { cookieRole, roleWord } from '../../cookie-role.ts';
import { type CookieRow, isDuplicated } from '../../cookie-row.ts';
import { usePanel } from '../../panel.ts';
import { exactOnHover, RelativeTime } from '../../parts/time.tsx';
import { guardsOf } from '../../workbench/guards.ts';
import styles from './cookies.module.css';
import { GuardMark } from './edit/guard-mark.tsx';
import { writerOf } from './writer.ts';

interface RowProps {
  readonly row: CookieRow;
}

/** The name, and beside it what makes this cookie unlike the others. */
export function NameCell({ row }: RowProps) {
  const { store } = usePanel();
  const { cookie, state } = row;
  // The table draws its rows anew with other guards: a row of its own accord listens to nothing.
  const guarded = guardsOf(store).peek().get(row.key);
  return (
    <span class={styles.name} data-state={state}>
      {state === 'gone' && <Icon node={Trash} size={12} label={t('state_gone')} />}
      {state === 'rejected' && (
        <Icon node={CircleX} size={12} label={t('state_rejected')} class={styles.bad} />
      )}
      <span class={styles.nameText}>
        {cookie.name === '' ? <i>{t('cookie_nameless')}</i> : <Text text={cookie.name} limit={120} alone />}
      </span>
      {guarded && <GuardMark guarded={guarded} />}
      {cookie.partitionKey !== null && <Icon node={Puzzle} size={12} label={t('cookie_partitioned')} />}
      {isDuplicated(store.recording.peek(), row) && (
        <Icon node={CopyX} size={12} label={t('cookie_duplicated')} class={styles.warn} />
      )}
    </span>
  );
}

export function ExpiryCell({ row: { cookie, state } }: RowProps) {
  if (state === 'rejected') return <span class={styles.faint}>{t('state_rejected')}</span>;
  if (cookie.expires === null) return <span class={styles.faint}>{t('lifetime_session')}</span>;
  return <Expiry at={cookie.expires} present={state === 'present'} />;
}

/** When it ends; what ends during the test says so. */
function Expiry({ at, present }: { readonly at: number; readonly present: boolean }) {
  const { store, now } = usePanel();
  const soon = present && endsWithin(at, now.value, store.horizon.value * 60_000);
  if (!soon) return <RelativeTime at={at} />;
  return (
    <time class={styles.ending} {...exactOnHover(at, `${t('ends_flag')}\n`)}>
      <Icon node={Hourglass} size={12} label={t('ends_flag')} />
      {relativeTime(at, now.value)}
    </time>
  );
}

const SAME_SITE: Readonly<Record<Exclude<SameSite, 'unspecified'>, string>> = {
  strict: 'Strict',
  lax: 'Lax',
  none: 'None',
};

export function SameSiteCell({ sameSite }: { readonly sameSite: SameSite }) {
  if (sameSite !== 'unspecified') return SAME_SITE[sameSite];
  return <span class={styles.faint}>{t('same_site_unset')}</span>;
}

/** What it is for; nothing where that cannot be told. */
export function RoleCell({ cookie }: { readonly cookie: BrowserCookie }) {
  const role = cookieRole(cookie);
  if (role === 'unknown') return null;
  return <span class={isSecretRole(role) ? styles.secret : undefined}>{roleWord(role)}</span>;
}

/** Who wrote it last. */
export function WriterCell({ row }: RowProps) {
  const { store } = usePanel();
  const by = row.entry.history.findLast((event) => 'by' in event);
  if (!by || !('by' in by)) return null;
  return <Text text={writerOf(store.recording.peek(), by.by).word} limit={80} alone />;
}
