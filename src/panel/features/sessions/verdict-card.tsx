import { CircleAlert, CircleCheck, CircleHelp, CircleX, type IconNode, Info } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { SessionView } from '../../../core/session/analysis.ts';
import { t, tn } from '../../../platform/i18n.ts';
import type { Tone } from '../../../ui/badge.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { clockTime, exactTime } from '../../../ui/time.ts';
import { usePanel } from '../../panel.ts';
import { CookieLink, RequestLink } from '../../parts/links.tsx';
import { Phrase } from '../../parts/phrase.tsx';
import { Url } from '../../parts/url.tsx';
import { Id } from './id.tsx';
import { reasonWords } from './reasons.ts';
import styles from './sessions.module.css';
import type { VerdictCardModel } from './verdict-cards.ts';
import { meaningKey, verdictTitle, whatPhrase, whenPhrase } from './words.ts';

const ICONS: Readonly<Record<Tone, IconNode>> = {
  good: CircleCheck,
  bad: CircleX,
  warn: CircleAlert,
  info: Info,
  neutral: CircleHelp,
};

interface VerdictCardProps {
  readonly card: VerdictCardModel;
  readonly session: SessionView;
  /** What can be done about it. */
  readonly children: ComponentChildren;
}

/** A verdict in words: what happened, to which ID, what it means, told by what. */
export function VerdictCard({ card, session, children }: VerdictCardProps) {
  const { event, tone } = card;
  const { ref, entry } = session.cookie;
  const title = useId();
  return (
    <article id={card.id} class={styles.card} data-tone={tone} aria-labelledby={title} tabIndex={-1}>
      <h4 class={styles.cardTitle} id={title}>
        <Icon node={ICONS[tone]} size={16} />
        {verdictTitle(event.kind, event.verdict)}
      </h4>
      <p>
        <Phrase
          of={whenPhrase(card)}
          parts={[<time title={exactTime(event.at)}>{clockTime(event.at)}</time>, <By card={card} />]}
        />{' '}
        <Phrase
          of={whatPhrase(card)}
          parts={[
            <CookieLink cookie={entry?.key ?? null} name={ref.name} />,
            <Id session={session} id={event.before} />,
            <Id session={session} id={event.after} />,
          ]}
        />{' '}
        {t(meaningKey(card))}
      </p>
      <Told card={card} />
      {children}
    </article>
  );
}

/** The flow's first request, as a way there where it is still recorded. */
function By({ card: { event } }: { readonly card: VerdictCardModel }) {
  const { store } = usePanel();
  const [key] = event.requests;
  const request = key === undefined ? undefined : store.recording.peek().requests.get(key);
  if (request !== undefined) return <RequestLink request={request} />;
  return event.url === undefined ? null : <Url url={event.url} short />;
}

const MOST_REQUESTS = 4;

/** Why it was told so, and the requests that show it. */
function Told({ card: { event } }: { readonly card: VerdictCardModel }) {
  const { store } = usePanel();
  const { requests } = store.recording.peek();
  const known = event.requests.flatMap((key) => requests.get(key) ?? []);
  return (
    <details class={styles.told}>
      <summary>{t('sessions_told_by')}</summary>
      <ul>
        {event.because !== null && <li>{reasonWords(event.because)}</li>}
        {known.slice(0, MOST_REQUESTS).map((request) => (
          <li key={request.key}>
            <RequestLink request={request} /> → {request.status ?? '…'}
          </li>
        ))}
        {known.length > MOST_REQUESTS && <li>{tn('count_requests', known.length)}</li>}
      </ul>
    </details>
  );
}
