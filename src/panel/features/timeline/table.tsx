import { useRef } from 'preact/hooks';
import { formatNumber, t } from '../../../platform/i18n.ts';
import { Grid } from '../../../ui/grid.tsx';
import type { GridColumn } from '../../../ui/grid-column.ts';
import { Text } from '../../../ui/text.tsx';
import { exactTime } from '../../../ui/time.ts';
import { cookieRole, roleWord } from '../../cookie-role.ts';
import { usePanel } from '../../panel.ts';
import { exactOnHover, RelativeTime } from '../../parts/time.tsx';
import { jump } from '../../store.ts';
import type { TimelineModel } from './model.ts';
import { type BarRow, SORTS } from './rows.ts';
import { endWords, lifetimeWords, rewrites } from './words.ts';

/** All that the bars say, in words and figures. */
export function TimelineTable({ model }: { readonly model: TimelineModel }) {
  const widths = useRef<Readonly<Record<string, number>>>({});
  const open = (key: string) => {
    const row = model.rowOf(key);
    if (row !== null) jump(model.store, { kind: 'cookie', cookie: row.row.key });
  };
  return (
    <Grid
      label={t('tab_timeline')}
      columns={columns()}
      widths={widths.current}
      onWidths={(next) => {
        widths.current = next;
      }}
      rows={model.sorted.value}
      rowKey={({ key }) => key}
      sort={{ column: model.sort.value, descending: false }}
      onSort={({ column }) => {
        const sort = SORTS.find((one) => one === column);
        if (sort !== undefined) model.sort.value = sort;
      }}
      cursor={model.cursor.value}
      onCursor={(key) => {
        model.cursor.value = key;
      }}
      onOpen={open}
    />
  );
}

const SIZE = { min: 100, grow: 1, sortable: true } as const;

function columns(): readonly GridColumn<BarRow>[] {
  return [
    {
      ...SIZE,
      id: 'name',
      label: t('column_name'),
      grow: 2,
      yields: 0,
      cell: ({ row }) => <Text text={row.cookie.name || t('cookie_nameless')} limit={120} alone />,
    },
    {
      ...SIZE,
      id: 'domain',
      label: t('column_domain'),
      yields: 6,
      cell: ({ row }) => <Text text={row.cookie.domain} limit={120} alone />,
    },
    {
      ...SIZE,
      id: 'role',
      label: t('column_role'),
      min: 90,
      yields: 4,
      cell: ({ row }) => roleWord(cookieRole(row.cookie)),
    },
    {
      ...SIZE,
      id: 'set',
      label: t('timeline_set'),
      yields: 2,
      cell: ({ bar }) => (bar.fromKnown ? <RelativeTime at={bar.from} /> : t('writer_before')),
    },
    {
      ...SIZE,
      id: 'rewrites',
      label: t('timeline_rewritten'),
      min: 70,
      grow: 0,
      yields: 5,
      sortable: false,
      align: 'end',
      cell: ({ bar }) => formatNumber(rewrites(bar)),
    },
    {
      ...SIZE,
      id: 'lifetime',
      label: t('timeline_lifetime'),
      min: 130,
      grow: 3,
      yields: 3,
      sortable: false,
      cell: ({ bar }) => lifetimeWords(bar),
    },
    {
      ...SIZE,
      id: 'expiry',
      label: t('timeline_ends'),
      min: 110,
      grow: 2,
      yields: 1,
      cell: (row) => <End row={row} />,
      attributes: ({ bar }) => (bar.end.kind === 'session' ? {} : exactOnHover(bar.end.at)),
    },
    {
      ...SIZE,
      id: 'utc',
      label: 'UTC',
      min: 150,
      yields: 7,
      sortable: false,
      cell: ({ bar }) => (bar.end.kind === 'session' ? '' : utcTime(bar.end.at)),
    },
  ];
}

function End({ row }: { readonly row: BarRow }) {
  const { now } = usePanel();
  return <>{endWords(row.bar, now.value)}</>;
}

function utcTime(at: number): string {
  return exactTime(at).split('\n')[1] ?? '';
}
