import type { ColumnId } from '../../../protocol/columns.ts';
import { cookieRole, roleWord } from '../../cookie-role.ts';
import type { CookieRow } from '../../cookie-row.ts';

export interface CookieSort {
  readonly column: ColumnId;
  readonly descending: boolean;
}

type SortKey = (row: CookieRow) => string | number;

const SAME_SITE = { strict: 0, lax: 1, unspecified: 2, none: 3 } as const;

const SORT_KEYS: Readonly<Record<ColumnId, SortKey>> = {
  name: (row) => row.cookie.name.toLowerCase(),
  // What is not known comes last.
  role: ({ cookie }) => (cookieRole(cookie) === 'unknown' ? '~' : roleWord(cookieRole(cookie))),
  value: (row) => row.cookie.value,
  domain: (row) => row.cookie.domain,
  path: (row) => row.cookie.path,
  expires: (row) => row.cookie.expires ?? Number.POSITIVE_INFINITY,
  secure: (row) => (row.cookie.secure ? 0 : 1),
  httpOnly: (row) => (row.cookie.httpOnly ? 0 : 1),
  sameSite: (row) => SAME_SITE[row.cookie.sameSite],
  size: (row) => row.size,
  party: (row) => row.party,
  partition: (row) => row.cookie.partitionKey ?? '',
  sent: (row) => row.requests,
  writer: (row) => writerOrder(row),
  changed: (row) => row.changedAt,
};

/** Sorted, equal ones by name, domain and path; the given array stays as it is. */
export function sortRows(rows: readonly CookieRow[], sort: CookieSort): readonly CookieRow[] {
  const keyOf = SORT_KEYS[sort.column];
  const sign = sort.descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : tie(a.row, b.row)));
  return keyed.map(({ row }) => row);
}

function tie(a: CookieRow, b: CookieRow): number {
  return a.text < b.text ? -1 : a.text > b.text ? 1 : a.key < b.key ? -1 : 1;
}

function writerOrder(row: CookieRow): string {
  const event = row.entry.history.findLast((each) => 'by' in each);
  return event && 'by' in event ? event.by.kind : '';
}
