import { t } from '../../../platform/i18n.ts';
import type { GridColumn } from '../../../ui/grid-column.ts';
import { Text } from '../../../ui/text.tsx';
import { ClockTime } from '../../parts/time.tsx';
import { Url } from '../../parts/url.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import type { TrafficRow } from './row.ts';
import styles from './traffic.module.css';

const COLUMNS = [
  { id: 'time', min: 104, grow: 0, yields: 5, cell: (row) => <ClockTime at={row.entry.at} /> },
  { id: 'name', min: 100, max: 260, grow: 2, yields: 0, cell: (row) => <Name name={row.name} /> },
  {
    id: 'verdict',
    min: 200,
    max: 340,
    grow: 3,
    yields: 1,
    cell: (row) => <Verdict form="line" entry={row.entry} />,
  },
  {
    id: 'attributes',
    min: 120,
    grow: 4,
    yields: 6,
    cell: (row) => <Text text={row.attributes} limit={200} alone />,
  },
  { id: 'request', min: 120, grow: 3, yields: 2, cell: (row) => <RequestCell row={row} /> },
  { id: 'hop', min: 40, grow: 0, yields: 8, align: 'end', cell: (row) => hopWord(row.request.hop) },
  { id: 'status', min: 56, grow: 0, yields: 4, align: 'end', cell: (row) => row.request.status ?? '' },
  {
    id: 'host',
    min: 100,
    max: 220,
    grow: 1,
    yields: 7,
    cell: (row) => <Text text={row.request.host} limit={100} alone />,
  },
] as const satisfies readonly Omit<GridColumn<TrafficRow>, 'label'>[];

function hopWord(hop: number): string {
  return hop === 0 ? '' : `↪${hop}`;
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

/** The list's columns, named in the person's language. */
export function trafficColumns(): readonly GridColumn<TrafficRow>[] {
  return COLUMNS.map((column) => ({ ...column, label: t(`column_${column.id}`) }));
}
