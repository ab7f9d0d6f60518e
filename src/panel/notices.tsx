import { CirclePause, FileCode, type IconNode, Info, KeyRound, PlugZap, Scissors } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t, tn } from '../platform/i18n.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { EndingAlerts } from './endings/alerts.tsx';
import { type NoticeKind, noticesOf } from './notice-kinds.ts';
import styles from './notices.module.css';
import { AccessButton } from './page-state.tsx';
import { usePanel } from './panel.ts';

const ICONS: Readonly<Record<NoticeKind, IconNode>> = {
  reconnecting: PlugZap,
  'no-access': KeyRound,
  paused: CirclePause,
  gap: Info,
  dropped: Scissors,
  scripts: FileCode,
};

/** One quiet line for each thing that limits what the lists can show. */
export function Notices() {
  const { store } = usePanel();
  return (
    <div class={styles.notices} role="status">
      {noticesOf(store).map((notice) => (
        <Notice key={notice} kind={notice} />
      ))}
      <EndingAlerts />
    </div>
  );
}

function Notice({ kind }: { readonly kind: NoticeKind }) {
  return (
    <p class={styles.notice} data-kind={kind}>
      <Icon node={ICONS[kind]} size={13} />
      <NoticeText kind={kind} />
    </p>
  );
}

function NoticeText({ kind }: { readonly kind: NoticeKind }): ComponentChildren {
  const { store } = usePanel();
  switch (kind) {
    case 'reconnecting':
      return t('notice_reconnecting');
    case 'no-access':
      return (
        <>
          {t('notice_no_access')} <AccessButton />
        </>
      );
    case 'paused':
      return t('notice_paused');
    case 'gap':
      return t('notice_gap');
    case 'dropped':
      return tn('notice_dropped', store.recording.value.dropped.requests);
    case 'scripts':
      return <ScriptsText />;
  }
}

function ScriptsText() {
  const { store, reloadPage } = usePanel();
  const lost = store.recording.value.scriptWritesLost;
  return (
    <>
      {lost > 0 ? tn('notice_scripts_lost', lost) : t('notice_scripts')}{' '}
      <Button kind="link" onPress={reloadPage}>
        {t('reload_page')}
      </Button>
    </>
  );
}
