import type { RequestEntry } from '../../../core/recording/recording.ts';
import { t } from '../../../platform/i18n.ts';
import { usePanel } from '../../panel.ts';
import { Section } from '../../parts/section.tsx';
import { Url } from '../../parts/url.tsx';
import { jump } from '../../store.ts';
import styles from './traffic.module.css';

interface HopsProps {
  readonly hops: readonly RequestEntry[];
  readonly current: RequestEntry;
}

/** The chain of redirects and retries; a click shows another hop. */
export function Hops({ hops, current }: HopsProps) {
  const { store } = usePanel();
  return (
    <Section title={t('section_hops')} note={hops.length}>
      <ol class={styles.hops}>
        {hops.map((hop) => (
          <li key={hop.key}>
            <button
              type="button"
              class={styles.hop}
              aria-current={hop === current ? 'step' : undefined}
              onClick={() => jump(store, { kind: 'request', request: hop.key, setCookie: null })}
            >
              <span class={styles.status}>{hop.status ?? '…'}</span>
              <span class={styles.method}>{hop.method}</span>
              <Url url={hop.url} />
              {hop.setCookies.length > 0 && (
                <span class={styles.faint}>{t('hop_sets', hop.setCookies.length)}</span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </Section>
  );
}
