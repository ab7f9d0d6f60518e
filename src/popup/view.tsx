import { Settings } from 'lucide';
import { t } from '../platform/i18n.ts';
import { Icon } from '../ui/icon.tsx';
import type { PopupState } from './model.ts';
import { Notice } from './notice.tsx';
import styles from './popup.module.css';
import { SiteView } from './site-view.tsx';

interface PopupProps {
  readonly state: PopupState;
  readonly onOpen: () => void;
  readonly onAllow: () => void;
  readonly onRetry: () => void;
  readonly onSettings: () => void;
}

export function Popup({ state, onOpen, onAllow, onRetry, onSettings }: PopupProps) {
  const host = 'host' in state ? state.host : '';
  return (
    <div class={styles.popup}>
      <header class={styles.header}>
        <h1 class={styles.host} title={host}>
          <bdi>{host === '' ? 'Crumbtrail' : host}</bdi>
        </h1>
        <button
          type="button"
          class={styles.settings}
          aria-label={t('settings')}
          title={t('settings')}
          onClick={onSettings}
        >
          <Icon node={Settings} size={16} />
        </button>
      </header>
      {content(state, { onAllow, onRetry })}
      {state.kind === 'report' || state.kind === 'empty' ? (
        <footer class={styles.footer}>
          <button type="button" class={styles.primary} onClick={onOpen}>
            {t('popup_open_report')}
          </button>
        </footer>
      ) : null}
    </div>
  );
}

function content(state: PopupState, on: Pick<PopupProps, 'onAllow' | 'onRetry'>) {
  switch (state.kind) {
    case 'loading':
      return (
        <div class={styles.hero}>
          <div class={styles.grade} data-mood="none" />
          <p role="status" class={styles.soft}>
            {t('popup_loading')}
          </p>
        </div>
      );
    case 'browser-page':
      return <Notice title={t('popup_browser_page_title')} text={t('popup_browser_page_text')} />;
    case 'no-access':
      return (
        <Notice title={t('popup_no_access_title')} text={t('popup_no_access_text')}>
          <button type="button" class={styles.primary} onClick={on.onAllow}>
            {t('popup_allow')}
          </button>
        </Notice>
      );
    case 'error':
      return (
        <Notice title={t('popup_error_title')} text={t('popup_error_text')}>
          <button type="button" class={styles.primary} onClick={on.onRetry}>
            {t('popup_retry')}
          </button>
        </Notice>
      );
    case 'empty':
      return <Notice title={t('popup_empty_title')} text={t('popup_empty_text')} />;
    case 'report':
      return <SiteView site={state.site} />;
  }
}
