import { t, tn } from '../../../platform/i18n.ts';
import { clockTime, exactTime } from '../../../ui/time.ts';
import type { CookieRow } from '../../cookie-row.ts';
import { usePanel } from '../../panel.ts';
import { RequestLink } from '../../parts/links.tsx';
import { Section } from '../../parts/section.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import styles from './cookies.module.css';

/** Newest requests shown of each list. */
const MOST = 12;

/** Which responses set it and which requests sent it, newest first. */
export function RequestLists({ row: { entry } }: { readonly row: CookieRow }) {
  const recording = usePanel().store.recording.value;
  const lines = entry.setBy.flatMap((key) => recording.setCookies.get(key) ?? []);
  const sent = entry.sentBy.flatMap((key) => recording.requests.get(key) ?? []);
  return (
    <>
      <Section title={t('section_set_by')} note={lines.length}>
        {lines.length === 0 && <p class={styles.faint}>{t('set_by_none')}</p>}
        <ul class={styles.requests}>
          {lines
            .slice(-MOST)
            .reverse()
            .map((line) => (
              <li key={line.key} class={styles.request}>
                <time title={exactTime(line.at)}>{clockTime(line.at)}</time>
                <RequestLink request={line.request} setCookie={line.key} />
                <Verdict form="line" entry={line} />
              </li>
            ))}
        </ul>
      </Section>
      <Section title={t('section_sent_by')} note={entry.requests}>
        {sent.length === 0 && <p class={styles.faint}>{t('sent_by_none')}</p>}
        <ul class={styles.requests}>
          {sent
            .slice(-MOST)
            .reverse()
            .map((request) => (
              <li key={request.key} class={styles.request}>
                <time title={exactTime(request.at)}>{clockTime(request.at)}</time>
                <RequestLink request={request} />
                <span class={styles.faint}>{request.status ?? ''}</span>
              </li>
            ))}
        </ul>
        {entry.requests > MOST && <p class={styles.faint}>{tn('requests_more', entry.requests - MOST)}</p>}
      </Section>
    </>
  );
}
