import { t } from '../../../platform/i18n.ts';
import { Text } from '../../../ui/text.tsx';
import { duration } from '../../../ui/time.ts';
import { CookieLink } from '../../parts/links.tsx';
import { Phrase } from '../../parts/phrase.tsx';
import type { Activity } from './activity.ts';
import { reasonWords } from './reasons.ts';
import styles from './sessions.module.css';
import { isFlowEvent } from './verdict-cards.ts';
import { ANOMALIES, CHANGES, KINDS, verdictTitle } from './words.ts';

const MARKS = { login: 'marked_login', logout: 'marked_logout', note: 'marked_note' } as const;

/** A line of the log. */
export function ActivityWords({ entry }: { readonly entry: Activity }) {
  const cookie =
    entry.cookie === null ? null : (
      <CookieLink cookie={entry.cookie.entry?.key ?? null} name={entry.cookie.ref.name} />
    );
  switch (entry.kind) {
    case 'event': {
      const { event } = entry;
      if (isFlowEvent(event)) {
        return (
          <>
            {verdictTitle(event.kind, event.verdict)} {cookie} <Print id={event.before} />
            {event.after !== undefined && event.after !== event.before && (
              <>
                {' → '}
                <Print id={event.after} />
              </>
            )}
          </>
        );
      }
      const key = event.kind in CHANGES ? CHANGES[event.kind as keyof typeof CHANGES] : KINDS[event.kind];
      return (
        <>
          <Phrase of={key} parts={[cookie, <Print id={event.before} />, <Print id={event.after} />]} />
          {event.because !== null && <span class={styles.soft}> {reasonWords(event.because)}</span>}
        </>
      );
    }
    case 'anomaly':
      return (
        <Phrase
          of={ANOMALIES[entry.anomaly.kind]}
          parts={[cookie, <Print id={entry.anomaly.fingerprint ?? undefined} />]}
        />
      );
    case 'mark':
      return (
        <>
          {t(MARKS[entry.mark.mark])} <Text text={entry.mark.text} limit={120} />
        </>
      );
    case 'gap':
      return (
        <>
          {t(
            entry.gap.reason === 'paused' ? 'gap_paused' : 'gap_no_access',
            duration(entry.gap.at - entry.gap.since),
          )}
        </>
      );
  }
}

function Print({ id }: { readonly id: string | undefined }) {
  return id === undefined ? null : <code class={styles.id}>{id}</code>;
}
