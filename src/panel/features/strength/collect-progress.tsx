import { formatNumber, type MessageKey, t, tn } from '../../../platform/i18n.ts';
import { usePanel } from '../../panel.ts';
import { Url } from '../../parts/url.tsx';
import type { StrengthModel } from './model.ts';
import type { Sample } from './sample-model.ts';
import styles from './strength.module.css';

interface ProgressProps {
  readonly sample: Sample;
  readonly model: StrengthModel;
}

/** How far the run is: IDs, requests, pace; and how it ended. */
export function Progress({ sample, model }: ProgressProps) {
  const { order, ids, sent, without, waiting, end } = sample;
  return (
    <div class={styles.progress}>
      <p>
        <b>GET</b> <Url url={order.url} />
      </p>
      {end === null && <progress max={order.count} value={sent} aria-label={t('strength_progress')} />}
      <p>
        <b>{tn('strength_ids', ids.length)}</b> ·{' '}
        {t('strength_sent', formatNumber(sent), formatNumber(order.count))}
        {' · '}
        {t('strength_pace', paceOf(sample))}
        {without > 0 && <> · {tn('strength_without', without)}</>}
      </p>
      {waiting !== null && <Waiting until={waiting.until} status={waiting.status} />}
      {end !== null && (
        <p role="status" data-end={end}>
          {t(ENDS[end])}
        </p>
      )}
      {model.shown.value !== 'sample' && ids.length > 0 && (
        <button type="button" class={styles.link} onClick={() => (model.shown.value = 'sample')}>
          {t('strength_show_sample')}
        </button>
      )}
    </div>
  );
}

function Waiting({ until, status }: { readonly until: number; readonly status: number | null }) {
  const { now } = usePanel();
  const seconds = Math.max(0, Math.ceil((until - now.value) / 1000));
  return (
    <p role="status" class={styles.waiting}>
      {status === null
        ? t('strength_waiting_lost', formatNumber(seconds))
        : t('strength_waiting', status, formatNumber(seconds))}
    </p>
  );
}

/** Requests a second, from the first to the newest. */
function paceOf({ sent, startedAt, lastAt }: Sample): string {
  const seconds = (lastAt - startedAt) / 1000;
  return sent < 2 || seconds <= 0 ? '–' : formatNumber((sent - 1) / seconds);
}

const ENDS = {
  done: 'strength_end_done',
  stopped: 'strength_end_stopped',
  busy: 'strength_end_busy',
  changed: 'strength_end_changed',
  'no-access': 'strength_end_no_access',
  refused: 'strength_end_refused',
  failing: 'strength_end_failing',
  'no-cookie': 'strength_end_no_cookie',
  broken: 'strength_end_broken',
  interrupted: 'strength_end_interrupted',
} as const satisfies Readonly<Record<NonNullable<Sample['end']>, MessageKey>>;
