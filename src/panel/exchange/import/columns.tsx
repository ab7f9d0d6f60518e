import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { t } from '../../../platform/i18n.ts';
import type { GridColumn } from '../../../ui/grid-column.ts';
import { Text } from '../../../ui/text.tsx';
import { RelativeTime } from '../../parts/time.tsx';
import { Value } from '../../parts/value.tsx';
import { fieldText } from '../words.ts';
import type { ImportModel } from './model.ts';
import { canTake, type ImportRow } from './row.ts';
import { StateCell } from './state-cell.tsx';

/** `showValues`: rows are drawn again when it changes, for a column is then another. */
export function importColumns(model: ImportModel, showValues: boolean): readonly GridColumn<ImportRow>[] {
  return [
    {
      id: 'take',
      label: t('import_column_take'),
      title: t('import_column_take_why'),
      min: 30,
      grow: 0,
      yields: 0,
      align: 'center',
      cell: (row) => <TakeCell model={model} row={row} />,
    },
    {
      id: 'name',
      label: t('column_name'),
      min: 90,
      max: 280,
      grow: 3,
      yields: 0,
      cell: ({ name, where }) => <Text text={name === '' ? where : name} limit={120} alone />,
    },
    {
      id: 'state',
      label: t('import_column_state'),
      min: 130,
      grow: 4,
      yields: 1,
      cell: (row) => <StateCell model={model} row={row} />,
    },
    {
      id: showValues ? 'value-shown' : 'value',
      label: t('column_value'),
      min: 80,
      grow: 3,
      yields: 4,
      cell: ({ cookie }) => cookie && <Value value={cookie.value} />,
    },
    {
      id: 'domain',
      label: t('column_domain'),
      min: 96,
      max: 240,
      grow: 2,
      yields: 3,
      cell: ({ cookie }) => cookie && <Text text={domainText(cookie)} limit={100} alone />,
    },
    {
      id: 'path',
      label: t('column_path'),
      min: 48,
      max: 160,
      grow: 1,
      yields: 8,
      cell: ({ cookie }) => cookie && <Text text={cookie.path} limit={100} alone />,
    },
    {
      id: 'expires',
      label: t('column_expires'),
      min: 90,
      grow: 0,
      yields: 5,
      cell: ({ cookie }) =>
        cookie && (cookie.expires === null ? t('lifetime_session') : <RelativeTime at={cookie.expires} />),
    },
    {
      id: 'attributes',
      label: t('column_attributes'),
      min: 150,
      grow: 1,
      yields: 7,
      cell: ({ cookie }) => cookie && attributesText(cookie),
    },
    {
      id: 'where',
      label: t('import_column_where'),
      title: t('import_column_where_why'),
      min: 60,
      max: 120,
      grow: 0,
      yields: 9,
      attributes: () => ({ 'data-faint': true }) as object,
      cell: ({ where }) => <Text text={where} limit={60} alone />,
    },
  ];
}

function TakeCell({ model, row }: { readonly model: ImportModel; readonly row: ImportRow }) {
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      aria-label={t('import_take', row.name)}
      checked={model.isTaken(row)}
      disabled={!canTake(row) || model.stage.value !== 'review'}
      onClick={(event) => event.stopPropagation()}
      onChange={() => model.toggle(row)}
    />
  );
}

function domainText({ domain, hostOnly }: BrowserCookie): string {
  return hostOnly ? domain : `.${domain}`;
}

/** The standard's own words, as a Set-Cookie line has them. */
function attributesText(cookie: BrowserCookie): string {
  return [
    cookie.secure ? 'Secure' : '',
    cookie.httpOnly ? 'HttpOnly' : '',
    cookie.sameSite === 'unspecified' ? '' : fieldText(cookie, 'sameSite', false),
    cookie.partitionKey === null ? '' : 'Partitioned',
  ]
    .filter((word) => word !== '')
    .join(' ');
}
