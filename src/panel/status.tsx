import { type MessageKey, t } from '../platform/i18n.ts';
import type { ConnectionStatus } from './connection.ts';
import { NextEnding } from './endings/next-ending.tsx';
import { usePanel } from './panel.ts';
import styles from './toolbar.module.css';

const WORDS: Readonly<Record<ConnectionStatus | 'paused', MessageKey>> = {
  connecting: 'status_connecting',
  live: 'status_live',
  reconnecting: 'status_reconnecting',
  mismatch: 'status_mismatch',
  paused: 'status_paused',
};

/** The end of the toolbar: what ends next, and whether what is seen is live. */
export function Status() {
  return (
    <div class={styles.statuses}>
      <NextEnding />
      <StatusDot />
    </div>
  );
}

/** Whether what is seen is live. */
function StatusDot() {
  const { store } = usePanel();
  const live = store.status.value === 'live';
  const state = live && store.tab.value?.recording === false ? 'paused' : store.status.value;
  return (
    <span class={styles.status} role="status" data-state={state} title={t('status_why')}>
      <span class={styles.dot} />
      <span class={styles.statusWord}>{t(WORDS[state])}</span>
    </span>
  );
}
