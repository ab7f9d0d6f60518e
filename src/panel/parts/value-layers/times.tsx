import type { LayerTime, TimeKind } from '../../../core/value/layer.ts';
import type { MessageKey } from '../../../platform/i18n.ts';
import { exactTime } from '../../../ui/time.ts';
import { usePanel } from '../../panel.ts';
import { Phrase } from '../phrase.tsx';
import { RelativeTime } from '../time.tsx';
import styles from './value-layers.module.css';

/** What says nothing of who or what: seen even where values are hidden. Other times are the value itself, or a part of it. */
const HARMLESS: ReadonlySet<TimeKind> = new Set(['exp', 'nbf', 'iat', 'signed']);

const WORDS: Readonly<Record<TimeKind, MessageKey>> = {
  exp: 'time_expires',
  nbf: 'time_valid_from',
  iat: 'time_issued',
  auth_time: 'time_logged_in',
  updated_at: 'time_profile',
  signed: 'time_signed',
  made: 'time_made',
  time: 'time_itself',
  first_visit: 'time_first_visit',
  session_start: 'time_session_start',
  last_event: 'time_last_event',
};

interface LayerTimesProps {
  readonly times: readonly LayerTime[];
  readonly shown: boolean;
}

/** Times of a layer in words that go on with the clock, and as dates. */
export function LayerTimes({ times, shown }: LayerTimesProps) {
  const { now } = usePanel();
  const seen = shown ? times : times.filter(({ kind }) => HARMLESS.has(kind));
  if (seen.length === 0) return null;
  return (
    <ul class={styles.times}>
      {seen.map(({ kind, at }) => {
        const isOver = kind === 'exp' && at <= now.value;
        return (
          <li key={kind}>
            <span class={styles.when} data-tone={isOver ? 'warn' : undefined}>
              <Phrase
                of={isOver ? 'time_expired' : WORDS[kind]}
                parts={[<RelativeTime key="at" at={at} />]}
              />
            </span>
            <span class={styles.faint}>{exactTime(at).split('\n', 1)[0]}</span>
          </li>
        );
      })}
    </ul>
  );
}
