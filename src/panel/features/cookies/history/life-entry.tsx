import { Send } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { CookieEvent } from '../../../../core/recording/recording.ts';
import { formatNumber, t, tn } from '../../../../platform/i18n.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { clockTime, duration, exactTime } from '../../../../ui/time.ts';
import { By } from './by.tsx';
import { ChangeList } from './change-list.tsx';
import styles from './history.module.css';
import type { LifeItem, RenewalsItem, SentItem } from './life.ts';
import { EVENT_ICONS, eventWord } from './look.ts';
import { Rejection } from './rejection.tsx';

/** One thing that happened, or a run of them. */
export function LifeEntry({ item }: { readonly item: LifeItem }) {
  switch (item.kind) {
    case 'sent':
      return <Sent item={item} />;
    case 'renewals':
      return <Renewals item={item} />;
    case 'event':
      return (
        <Entry event={item.event} number={item.number} at={item.event.at}>
          <EventText event={item.event} />
        </Entry>
      );
  }
}

interface EntryProps {
  readonly event: CookieEvent;
  readonly number: number;
  readonly at: number;
  readonly children: ComponentChildren;
}

function Entry({ event, number, at, children }: EntryProps) {
  return (
    <li class={styles.entry} data-kind={event.kind} data-event={number} tabIndex={-1}>
      <Icon node={EVENT_ICONS[event.kind]} size={13} />
      <div class={styles.text}>{children}</div>
      <Time at={at} />
    </li>
  );
}

function EventText({ event }: { readonly event: CookieEvent }) {
  if (event.kind === 'rejected') {
    const times = 'times' in event ? event.times : 1;
    return (
      <>
        <b>{eventWord(event)}</b> {times > 1 && <span class={styles.soft}>×{formatNumber(times)}</span>}
        <Rejection event={event} />
      </>
    );
  }
  return (
    <>
      <b>{eventWord(event)}</b>{' '}
      {event.kind === 'renewed' && event.after.expires !== null && (
        <span class={styles.soft}>{t('history_renewed_for', duration(event.after.expires - event.at))} </span>
      )}
      <By writer={event.by} />
      {event.kind === 'changed' && <ChangeList before={event.before} after={event.after} />}
    </>
  );
}

function Renewals({ item: { events, newest, sent } }: { readonly item: RenewalsItem }) {
  const first = events[0] ?? newest;
  return (
    <Entry event={newest.event} number={newest.number} at={newest.event.at}>
      <b>{tn('history_renewals', events.length)}</b>{' '}
      <span class={styles.soft}>{t('history_since', clockTime(first.event.at), formatNumber(sent))}</span>
      <EventWriter event={newest.event} />
    </Entry>
  );
}

/** Of a run, the newest one's. */
function EventWriter({ event }: { readonly event: CookieEvent }) {
  return event.kind === 'rejected' ? null : (
    <div>
      <span class={styles.soft}>{t('history_last')}</span> <By writer={event.by} />
    </div>
  );
}

function Sent({ item: { count, from, to } }: { readonly item: SentItem }) {
  return (
    <li class={styles.entry} data-kind="sent">
      <Icon node={Send} size={12} />
      <div class={styles.text}>
        <span class={styles.soft}>{tn('history_sent', count)}</span>
      </div>
      <Time at={count > 1 ? to : from} />
    </li>
  );
}

function Time({ at }: { readonly at: number }) {
  return (
    <time class={styles.time} title={exactTime(at)}>
      {clockTime(at)}
    </time>
  );
}
