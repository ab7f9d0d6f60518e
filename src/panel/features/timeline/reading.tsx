import type { ComponentChildren } from 'preact';
import { t } from '../../../platform/i18n.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Text } from '../../../ui/text.tsx';
import { duration, exactTime, relativeTime } from '../../../ui/time.ts';
import { cookieRole, roleWord } from '../../cookie-role.ts';
import { RequestLink } from '../../parts/links.tsx';
import { decidingAttribute, decisionOf } from './decision.ts';
import { Legend } from './legend.tsx';
import type { TimelineModel } from './model.ts';
import styles from './reading.module.css';
import type { BarRow } from './rows.ts';
import { causeWord, endedAt, lifetimeWords, writerWord } from './words.ts';

/** The exact times of the row that is pointed at, else of the one that keys went to; else what the signs mean. */
export function Reading({ model }: { readonly model: TimelineModel }) {
  const row = model.rowOf(model.hovered.value ?? model.cursor.value);
  return (
    <section class={styles.reading} aria-label={t('timeline_reading')}>
      {row === null ? <Legend /> : <RowReading model={model} row={row} />}
    </section>
  );
}

function RowReading({ model, row: { row, bar } }: { readonly model: TimelineModel; readonly row: BarRow }) {
  const { cookie } = row;
  const now = model.now.value;
  const role = cookieRole(cookie);
  const ended = endedAt(bar, now);
  const lifetime = lifetimeWords(bar);
  return (
    <>
      <div class={styles.cell}>
        <b class={styles.line}>
          {cookie.name === '' ? <i>{t('cookie_nameless')}</i> : <Text text={cookie.name} limit={120} />}
        </b>
        <span class={styles.line}>
          <Text text={`${cookie.hostOnly ? '' : '.'}${cookie.domain}${cookie.path}`} limit={160} />
        </span>
        <span class={styles.line}>
          {role !== 'unknown' && <Badge>{roleWord(role)}</Badge>} {lifetime}
        </span>
      </div>
      <Moment label={t(bar.fromKnown ? 'timeline_set' : 'timeline_seen')} at={bar.from} now={now} />
      {ended !== null ? (
        <Moment label={causeWord(ended.cause)} at={ended.at} now={now} />
      ) : bar.end.kind === 'session' ? (
        <div class={styles.cell}>
          <span class={styles.label}>{t('timeline_ends')}</span>
          <span class={styles.line}>{t('timeline_session')}</span>
        </div>
      ) : (
        <Moment label={t('timeline_ends')} at={bar.end.kind === 'expiry' ? bar.end.at : now} now={now} />
      )}
      <Decided model={model} row={{ kind: 'cookie', key: row.key, row, bar }} now={now} />
    </>
  );
}

interface MomentProps {
  readonly label: string;
  readonly at: number;
  readonly now: number;
  readonly children?: ComponentChildren;
}

/** A time as a person counts, in their zone, and in UTC. */
function Moment({ label, at, now }: MomentProps) {
  const [local = '', utc = ''] = exactTime(at).split('\n');
  return (
    <div class={styles.cell}>
      <span class={styles.line}>
        <span class={styles.label}>{label}</span> <b>{relativeTime(at, now)}</b>
      </span>
      <time class={styles.line}>{local}</time>
      <span class={styles.line} data-soft>
        {utc}
      </span>
    </div>
  );
}

interface DecidedProps {
  readonly model: TimelineModel;
  readonly row: BarRow;
  readonly now: number;
}

/** The writing at the pointer, else the one that decided its end: when, for how long, by which line. */
function Decided({ model, row: { bar }, now }: DecidedProps) {
  const asked = model.hovered.value === bar.key ? model.pointed.value : null;
  const decision = decisionOf(bar, asked, model.store.recording.value);
  if (decision === null) return null;
  const { at, by, tick, setCookie } = decision;
  const attribute = setCookie === null ? null : decidingAttribute(setCookie.parsed);
  const label = tick === null ? 'timeline_taken' : asked === null ? 'timeline_decided' : 'timeline_written';
  return (
    <div class={styles.cell}>
      <span class={styles.line}>
        <span class={styles.label}>{t(label)}</span> <b>{relativeTime(at, now)}</b>
        {tick?.expires != null &&
          tick.kind !== 'seen' &&
          ` · ${t('timeline_gave', duration(tick.expires - at))}`}
      </span>
      <span class={styles.line}>
        {setCookie === null ? (
          writerWord(by)
        ) : (
          <RequestLink request={setCookie.request} setCookie={setCookie.key} />
        )}
      </span>
      <span class={styles.line} data-soft>
        {setCookie !== null &&
          (attribute === null ? (
            t('timeline_no_attribute')
          ) : (
            <code>
              <Text text={attribute} limit={80} />
            </code>
          ))}
      </span>
    </div>
  );
}
