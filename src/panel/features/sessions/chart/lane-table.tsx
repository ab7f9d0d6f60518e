import type { SessionMoment } from '../../../../core/session/session-events.ts';
import type { LaneRun } from '../../../../core/timeline/lane.ts';
import { formatNumber, t } from '../../../../platform/i18n.ts';
import { Text } from '../../../../ui/text.tsx';
import { clockTime, exactTime } from '../../../../ui/time.ts';
import { plainText } from '../../../../ui/visible-text.ts';
import { usePanel } from '../../../panel.ts';
import { Value } from '../../../parts/value.tsx';
import type { SessionBlock } from '../block.ts';
import { valuesById } from '../id-values.ts';
import styles from './chart.module.css';
import { flagWords } from './flag-look.ts';

type Row =
  | { readonly at: number; readonly run: LaneRun }
  | { readonly at: number; readonly event: SessionMoment };

/** Rows of a table that nobody reads to its end. */
const MOST = 200;

/** All that the chart shows, in words and figures. */
export function LaneTable({ block }: { readonly block: SessionBlock }) {
  const { store } = usePanel();
  const { lane, session } = block;
  const values = store.showValues.value ? valuesById(store.recording.value, session.cookie) : null;
  const label = t('sessions_verdict', plainText(session.cookie.ref.name).slice(0, 100), t('chart_table'));
  const rows: Row[] = [
    ...lane.runs.map((run) => ({ at: run.from, run })),
    ...session.events.map((event) => ({ at: event.at, event })),
  ];
  rows.sort((a, b) => a.at - b.at);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must by keys, too
    <section class={styles.tableBox} tabIndex={0} aria-label={label}>
      <table class={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('chart_from')}</th>
            <th scope="col">{t('chart_to')}</th>
            <th scope="col">{t('chart_what')}</th>
            <th scope="col">{t('chart_id')}</th>
            {values !== null && <th scope="col">{t('section_value')}</th>}
            <th scope="col">{t('chart_requests')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(-MOST).map((row, index) => (
            <tr key={index}>
              <td>
                <time title={exactTime(row.at)}>{clockTime(row.at)}</time>
              </td>
              {'run' in row ? (
                <>
                  <td>{row.run.to === null ? t('chart_still') : clockTime(row.run.to)}</td>
                  <td>{t('chart_had_id')}</td>
                  <td>
                    <code>{row.run.fingerprint}</code>
                  </td>
                  {values !== null && (
                    <td>
                      <Value value={values.get(row.run.fingerprint) ?? ''} limit={60} />
                    </td>
                  )}
                  <td>{formatNumber(row.run.requests)}</td>
                </>
              ) : (
                <>
                  <td />
                  <td>
                    <Text text={flagWords(row.event)} limit={200} />
                  </td>
                  <td>
                    <code>{row.event.after ?? row.event.before}</code>
                  </td>
                  {values !== null && <td />}
                  <td />
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
