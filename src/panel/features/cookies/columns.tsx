import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { t } from '../../../platform/i18n.ts';
import type { ColumnId } from '../../../protocol/columns.ts';
import { formatBytes } from '../../../ui/bytes.ts';
import type { GridColumn } from '../../../ui/grid-column.ts';
import { Text } from '../../../ui/text.tsx';
import { relativeTimeLength } from '../../../ui/time.ts';
import type { CookieRow } from '../../cookie-row.ts';
import { RelativeTime } from '../../parts/time.tsx';
import { Value } from '../../parts/value.tsx';
import { ExpiryCell, NameCell, RoleCell, SameSiteCell, WriterCell } from './cells.tsx';

/** On average, of the 12 px text of rows in the widest of the systems' fonts, and what stands left and right of it. */
const CHARACTER_WIDTH = 6.9;
const PADDING = 12;
let timeLength: number | undefined;

type Column = Omit<GridColumn<CookieRow>, 'id' | 'label' | 'title'>;

const COLUMNS: Readonly<Record<ColumnId, Column>> = {
  name: { min: 110, max: 280, grow: 3, yields: 0, cell: (row) => <NameCell row={row} /> },
  role: { min: 112, grow: 0, yields: 6, cell: ({ cookie }) => <RoleCell cookie={cookie} /> },
  value: { min: 80, grow: 4, yields: 4, cell: (row) => <Value value={row.cookie.value} /> },
  domain: { min: 96, max: 240, grow: 2, yields: 3, cell: (row) => <Domain row={row} /> },
  path: {
    min: 48,
    max: 160,
    grow: 1,
    yields: 8,
    cell: ({ cookie }) => <Text text={cookie.path} limit={100} alone />,
  },
  expires: { min: 90, grow: 0, yields: 2, cell: (row) => <ExpiryCell row={row} /> },
  secure: { min: 58, grow: 0, yields: 6, ...flag(({ secure }) => secure) },
  httpOnly: {
    min: 70,
    grow: 0,
    yields: 5,
    ...flag(({ httpOnly }) => httpOnly),
  },
  sameSite: {
    min: 70,
    grow: 0,
    yields: 7,
    cell: ({ cookie }) => <SameSiteCell sameSite={cookie.sameSite} />,
  },
  size: { min: 54, grow: 0, yields: 10, align: 'end', cell: (row) => formatBytes(row.size) },
  party: {
    min: 48,
    grow: 0,
    yields: 9,
    cell: (row) => t(row.party === 'first' ? 'party_first' : 'party_third'),
  },
  partition: {
    min: 90,
    grow: 1,
    yields: 13,
    cell: ({ cookie }) =>
      cookie.partitionKey === null ? '' : <Text text={cookie.partitionKey} limit={100} alone />,
  },
  sent: {
    min: 44,
    grow: 0,
    yields: 11,
    align: 'end',
    cell: (row) => (row.requests === 0 ? '' : row.requests),
  },
  writer: { min: 80, grow: 1, yields: 14, cell: (row) => <WriterCell row={row} /> },
  changed: { min: 96, grow: 0, yields: 12, cell: (row) => <RelativeTime at={row.changedAt} /> },
};

function Domain({ row: { cookie } }: { readonly row: CookieRow }) {
  return <Text text={cookie.hostOnly ? cookie.domain : `.${cookie.domain}`} limit={100} alone />;
}

function flag(isOn: (cookie: BrowserCookie) => boolean) {
  return {
    align: 'center',
    cell: ({ cookie }: CookieRow) => (isOn(cookie) ? '✓' : '–'),
    attributes: ({ cookie }: CookieRow) =>
      isOn(cookie) ? { 'aria-label': t('yes') } : { 'aria-label': t('no'), 'data-faint': '' },
  } as const;
}

/** As long as words for a time are in the person's language: "in 23 mo.", "vor 23 Monaten". */
function widthOfTimes(least: number): number {
  timeLength ??= relativeTimeLength();
  return Math.max(least, Math.ceil(timeLength * CHARACTER_WIDTH + PADDING));
}

/** The chosen columns, named in the person's language. */
export function cookieColumns(
  ids: readonly ColumnId[],
  showValues: boolean,
): readonly GridColumn<CookieRow>[] {
  return ids.map((id) => ({
    id,
    label: t(`column_${id}`),
    title: t(`column_${id}_why`),
    sortable: true,
    ...COLUMNS[id],
    ...(id === 'expires' || id === 'changed' ? { min: widthOfTimes(COLUMNS[id].min) } : {}),
    // Where room is short, a mask says less than any other column.
    ...(id === 'value' && !showValues ? { yields: 15 } : {}),
  }));
}
