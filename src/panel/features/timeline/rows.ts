/** The rows of the timeline: sorted, and with headings where they are grouped. No DOM. */
import type { CookieBar } from '../../../core/timeline/bar.ts';
import { cookieRole, roleWord } from '../../cookie-role.ts';
import type { CookieRow } from '../../cookie-row.ts';

/** A cookie with its bar. Never changed: another state is another row. */
export interface BarRow {
  readonly kind: 'cookie';
  readonly key: string;
  readonly row: CookieRow;
  readonly bar: CookieBar;
}

export interface GroupRow {
  readonly kind: 'group';
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

export type TimelineRow = BarRow | GroupRow;

export const SORTS = ['expiry', 'set', 'domain', 'role', 'name'] as const;
export type Sort = (typeof SORTS)[number];

export const GROUPINGS = ['none', 'site', 'role'] as const;
export type Grouping = (typeof GROUPINGS)[number];

type SortKey = (row: BarRow, now: number) => string | number;

/** What ends next comes first, then what ends with the browser; then what has ended, the newest first. */
function endOrder({ bar: { end } }: BarRow, now: number): number {
  if (end.kind === 'expiry' && end.at > now) return end.at;
  return end.kind === 'session' ? AFTER_ALL : AFTER_ALL * 2 - end.at;
}
/** After any date that ECMAScript knows. */
const AFTER_ALL = 1e16;

const KEYS: Readonly<Record<Sort, SortKey>> = {
  expiry: endOrder,
  // The newest first.
  set: ({ bar }) => -(bar.ticks.at(-1)?.at ?? bar.from),
  domain: ({ row }) => row.cookie.domain,
  role: ({ row }) => (cookieRole(row.cookie) === 'unknown' ? '~' : roleWord(cookieRole(row.cookie))),
  name: ({ row }) => row.cookie.name.toLowerCase(),
};

/** Equal ones by name, domain and path. */
export function sortBars(rows: readonly BarRow[], sort: Sort, now: number): readonly BarRow[] {
  const keyOf = KEYS[sort];
  const keyed = rows.map((row) => ({ row, key: keyOf(row, now) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.row.text < b.row.row.text ? -1 : 1));
  return keyed.map(({ row }) => row);
}

/** With a heading before each group; groups stand in the order of their first rows. */
export function groupBars(rows: readonly BarRow[], grouping: Grouping): readonly TimelineRow[] {
  if (grouping === 'none') return rows;
  const groups = new Map<string, BarRow[]>();
  for (const row of rows) {
    const label = grouping === 'site' ? row.row.entry.site : roleWord(cookieRole(row.row.cookie));
    const known = groups.get(label);
    if (known === undefined) groups.set(label, [row]);
    else known.push(row);
  }
  return [...groups].flatMap(([label, members]) => [
    { kind: 'group', key: `group ${label}`, label, count: members.length } as const,
    ...members,
  ]);
}
