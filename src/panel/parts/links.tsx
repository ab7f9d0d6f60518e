import type { CookieKey, RequestEntry, SetCookieKey } from '../../core/recording/recording.ts';
import { t } from '../../platform/i18n.ts';
import { Text } from '../../ui/text.tsx';
import { usePanel } from '../panel.ts';
import { jump } from '../store.ts';
import styles from './parts.module.css';
import { Url } from './url.tsx';

interface RequestLinkProps {
  readonly request: RequestEntry;
  readonly setCookie?: SetCookieKey;
}

/** A request in one line; leads to it in Traffic. */
export function RequestLink({ request, setCookie }: RequestLinkProps) {
  const { store } = usePanel();
  return (
    <button
      type="button"
      class={styles.link}
      title={t('jump_to_request')}
      onClick={() => jump(store, { kind: 'request', request: request.key, setCookie: setCookie ?? null })}
    >
      <bdi dir="ltr">
        <b>{request.method}</b> <Url url={request.url} short />
      </bdi>
    </button>
  );
}

interface CookieLinkProps {
  readonly cookie: CookieKey | null;
  readonly name: string;
}

/** A cookie's name; leads to its details in Cookies where it is known which one it is. */
export function CookieLink({ cookie, name }: CookieLinkProps) {
  const { store } = usePanel();
  const shown = name === '' ? <i class={styles.none}>{t('cookie_nameless')}</i> : <Text text={name} />;
  if (cookie === null || !store.recording.peek().cookies.has(cookie)) {
    return <span class={styles.name}>{shown}</span>;
  }
  return (
    <button
      type="button"
      class={styles.link}
      title={t('jump_to_cookie')}
      onClick={() => jump(store, { kind: 'cookie', cookie })}
    >
      {shown}
    </button>
  );
}
