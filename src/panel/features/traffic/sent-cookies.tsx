import { useState } from 'preact/hooks';
import { utf8Length } from '../../../core/cookie/octets.ts';
import type { RequestEntry } from '../../../core/recording/recording.ts';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { formatBytes } from '../../../ui/bytes.ts';
import { CookieLink } from '../../parts/links.tsx';
import { Section } from '../../parts/section.tsx';
import { Value } from '../../parts/value.tsx';
import styles from './traffic.module.css';

/** Cookies drawn at first; a site may send 180 of them. */
const FIRST = 30;

/** The cookies that went with a request, in the order of the header. */
export function SentCookies({ request }: { readonly request: RequestEntry }) {
  const [all, setAll] = useState(false);
  if (!request.headersSeen) {
    return (
      <Section title={t('section_sent')}>
        <p class={styles.faint}>{t('sent_not_recorded')}</p>
      </Section>
    );
  }
  const shown = all ? request.sent : request.sent.slice(0, FIRST);
  return (
    <Section title={t('section_sent')} note={t('count_bytes', request.sent.length, request.cookieBytes)}>
      {request.sent.length === 0 && <p class={styles.faint}>{t('sent_none')}</p>}
      <ul class={styles.sent}>
        {shown.map((cookie, index) => (
          <li key={index} class={styles.sentCookie}>
            <span>
              <CookieLink cookie={cookie.cookie} name={cookie.name} />{' '}
              <Again request={request} index={index} />
            </span>
            <Value value={cookie.value} limit={120} />
            <span class={styles.faint}>
              {formatBytes(utf8Length(cookie.name) + utf8Length(cookie.value))}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < request.sent.length && (
        <Button kind="link" onPress={() => setAll(true)}>
          {t('show_all', request.sent.length)}
        </Button>
      )}
    </Section>
  );
}

/** A header with one name twice: the server reads one of them, most read the first. */
function Again({ request, index }: { readonly request: RequestEntry; readonly index: number }) {
  const name = request.sent[index]?.name;
  const same = request.sent.filter((cookie) => cookie.name === name);
  if (same.length < 2) return null;
  const place = request.sent.slice(0, index + 1).filter((cookie) => cookie.name === name).length;
  return <span class={styles.again}>{t('sent_again', place, same.length)}</span>;
}
