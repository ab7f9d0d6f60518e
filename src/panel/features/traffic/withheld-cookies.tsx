import { useState } from 'preact/hooks';
import type { RequestEntry } from '../../../core/recording/recording.ts';
import { type Withheld, withheldFrom } from '../../../core/recording/withheld.ts';
import { formatNumber, t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Text } from '../../../ui/text.tsx';
import { usePanel } from '../../panel.ts';
import { CookieLink } from '../../parts/links.tsx';
import { Section } from '../../parts/section.tsx';
import { withheldText } from '../../reasons.ts';
import styles from './traffic.module.css';

const FIRST = 20;

/** Cookies of the request's site that were there and did not go, each with why. */
export function WithheldCookies({ request }: { readonly request: RequestEntry }) {
  const { store } = usePanel();
  const [all, setAll] = useState(false);
  if (!request.headersSeen) return null;
  const withheld = withheldFrom(store.recording.value, request);
  const shown = all ? withheld : withheld.slice(0, FIRST);
  return (
    <Section title={t('section_withheld')} note={formatNumber(withheld.length)}>
      {withheld.length === 0 && <p class={styles.faint}>{t('withheld_none')}</p>}
      <ul class={styles.withheld}>
        {shown.map((each) => (
          <li key={each.entry.key} class={styles.withheldCookie}>
            <CookieLink cookie={each.entry.key} name={each.cookie.name} />
            <Why withheld={each} />
          </li>
        ))}
      </ul>
      {shown.length < withheld.length && (
        <Button kind="link" onPress={() => setAll(true)}>
          {t('show_all', withheld.length)}
        </Button>
      )}
    </Section>
  );
}

function Why({ withheld: { why, reasons, cookie } }: { readonly withheld: Withheld }) {
  if (why === 'unexplained') return <span>{t('withheld_unexplained')}</span>;
  return (
    <span>
      {reasons.map((reason) => (
        <span key={reason} class={styles.why}>
          <code>{reason}</code> <Text text={withheldText(reason, cookie)} limit={200} />
        </span>
      ))}
    </span>
  );
}
