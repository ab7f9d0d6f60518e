import type { TimeRange } from '../../../../core/timeline/time-range.ts';
import { t, tn } from '../../../../platform/i18n.ts';
import { clockTime, duration, exactTime } from '../../../../ui/time.ts';
import { usePanel } from '../../../panel.ts';
import { Url } from '../../../parts/url.tsx';
import styles from './chart.module.css';
import type { AtPoint } from './lane-look.ts';

interface ReadoutProps {
  readonly range: TimeRange;
  readonly cursor: number | null;
  readonly found: AtPoint | null;
  readonly isAll: boolean;
}

/** The exact time under the pointer and what there is; else what the chart shows. */
export function Readout({ range, cursor, found, isAll }: ReadoutProps) {
  const { store } = usePanel();
  if (cursor === null) {
    return (
      <span class={styles.readout}>
        {clockTime(range.from)} – {clockTime(range.to)} · {duration(range.to - range.from)}
        {isAll ? '' : ` · ${t('chart_part')}`}
      </span>
    );
  }
  const request = found?.tick?.request ? store.recording.peek().requests.get(found.tick.request) : undefined;
  return (
    <span class={styles.readout} title={exactTime(cursor)}>
      <b>{clockTime(cursor)}</b>
      {found?.run && (
        <>
          {' · '}
          <code>{found.run.fingerprint}</code>
        </>
      )}
      {found !== null && found.requests > 1 && ` · ${tn('count_requests', found.requests)}`}
      {found?.requests === 1 && request && (
        <>
          {' · '}
          {request.method} <Url url={request.url} short />
        </>
      )}
    </span>
  );
}
