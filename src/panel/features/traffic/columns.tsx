import { t } from '../../../platform/i18n.ts';
import type { GridColumn } from '../../../ui/grid.tsx';
import { Text } from '../../../ui/text.tsx';
import { clockTime, exactTime } from '../../../ui/time.ts';
import { Url } from '../../parts/url.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import type { TrafficRow } from './row.ts';
import styles from './traffic.module.css';

const COLUMNS = [
  { id: 'time', min: 84, grow: 0, yields: 5, cell: (row) => <Time at={row.entry.at} /> },
  { id: 'verdict', min: 104, grow: 2, yields: 1, cell: (row) => <VerdictCell row={row} /> },
  { id: 'name', min: 90, grow: 2, yields: 0, cell: (row) => <Name name={row.name} /> },
  {
    id: 'attributes',
    min: 110,
    grow: 4,
    yields: 6,
    cell: (row) => <Text text={row.attributes} limit={200} />,
  },
  { id: 'request', min: 110, grow: 3, yields: 2, cell: (row) => <RequestCell row={row} /> },
  {
    id: 'hop',
    min: 36,
    grow: 0,
    yields: 8,
    align: 'end',
    cell: (row) => (row.request.hop === 0 ? '' : `↪${row.request.hop}`),
  },
  { id: 'status', min: 50, grow: 0, yields: 4, align: 'end', cell: (row) => row.request.status ?? '' },
  { id: 'host', min: 90, grow: 1, yields: 7, cell: (row) => <Text text={row.request.host} limit={100} /> },
] as const satisfies readonly Omit<GridColumn<TrafficRow>, 'label'>[];

function Time({ at }: { readonly at: number }) {
  return <time title={exactTime(at)}>{clockTime(at)}</time>;
}

function Name({ name }: { readonly name: string }) {
  return (
    <b class={styles.name}>
      {name === '' ? <i>{t('cookie_nameless')}</i> : <Text text={name} limit={120} />}
    </b>
  );
}

function RequestCell({ row: { request } }: { readonly row: TrafficRow }) {
  return (
    <>
      <span class={styles.method}>{request.method}</span> <Url url={request.url} short />
    </>
  );
}

function VerdictCell({ row }: { readonly row: TrafficRow }) {
  const { predicted } = row.entry;
  return (
    <Verdict
      form="line"
      kind={row.verdict}
      certainty={row.certainty}
      reason={predicted.stored ? undefined : predicted.reasons[0]}
    />
  );
}

/** The list's columns, named in the person's language. */
export function trafficColumns(): readonly GridColumn<TrafficRow>[] {
  return COLUMNS.map((column) => ({ ...column, label: t(`column_${column.id}`) }));
}
