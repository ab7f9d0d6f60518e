import { CircleX, Eye, type IconNode, PencilLine, Plus, RotateCw, Trash } from 'lucide';
import type { CookieEvent } from '../../../core/recording/recording.ts';
import { type MessageKey, t, tn } from '../../../platform/i18n.ts';
import { Icon } from '../../../ui/icon.tsx';
import { clockTime, exactTime } from '../../../ui/time.ts';
import type { CookieRow } from '../../cookie-row.ts';
import { usePanel } from '../../panel.ts';
import { RequestLink } from '../../parts/links.tsx';
import { Section } from '../../parts/section.tsx';
import { ChangeList } from './change-list.tsx';
import styles from './cookies.module.css';
import { writerOf } from './writer.ts';

const LOOK: Readonly<Record<CookieEvent['kind'], readonly [IconNode, MessageKey]>> = {
  seen: [Eye, 'event_seen'],
  created: [Plus, 'event_created'],
  changed: [PencilLine, 'event_changed'],
  renewed: [RotateCw, 'event_renewed'],
  rejected: [CircleX, 'event_rejected'],
  gone: [Trash, 'event_gone'],
};

const CAUSES = {
  explicit: 'gone_explicit',
  overwrite: 'gone_overwrite',
  expired: 'gone_expired',
  evicted: 'gone_evicted',
  expired_overwrite: 'gone_expired_overwrite',
  unknown: 'gone_unknown',
  absent: 'gone_absent',
} as const satisfies Readonly<Record<(CookieEvent & { kind: 'gone' })['cause'], MessageKey>>;

/** Newest events shown; older ones are in the recording. */
const MOST = 50;

/** What happened to a cookie, newest first. */
export function History({ row: { entry } }: { readonly row: CookieRow }) {
  const events = entry.history.slice(-MOST).reverse();
  if (events.length === 0) return null;
  const older = entry.history.length - events.length + entry.forgotten;
  return (
    <Section title={t('section_history')} note={entry.history.length + entry.forgotten}>
      <ol class={styles.history}>
        {events.map((event, index) => (
          <Event key={entry.history.length + entry.forgotten - index} event={event} />
        ))}
      </ol>
      {older > 0 && <p class={styles.faint}>{tn('history_older', older)}</p>}
    </Section>
  );
}

function Event({ event }: { readonly event: CookieEvent }) {
  const { store } = usePanel();
  const recording = store.recording.value;
  const [icon, word] = LOOK[event.kind];
  const by =
    event.kind === 'rejected'
      ? {
          word: '',
          setCookie: 'script' in event ? null : (recording.setCookies.get(event.setCookie) ?? null),
        }
      : writerOf(recording, event.by);
  const reasons = by.setCookie?.predicted.stored === false ? by.setCookie.predicted.reasons.join(', ') : '';
  return (
    <li class={styles.event} data-kind={event.kind}>
      <Icon node={icon} size={13} />
      <div class={styles.eventText}>
        <span>
          <b>{event.kind === 'gone' ? t(CAUSES[event.cause]) : t(word)}</b>{' '}
          {event.kind === 'rejected' ? reasons : !by.setCookie && by.word}
        </span>
        {by.setCookie && `${t('event_by')} `}
        {by.setCookie && <RequestLink request={by.setCookie.request} setCookie={by.setCookie.key} />}
        {event.kind === 'changed' && <ChangeList before={event.before} after={event.after} />}
      </div>
      <time class={styles.eventTime} title={exactTime(event.at)}>
        {clockTime(event.at)}
      </time>
    </li>
  );
}
