/** What the rows of a file would do in the store of the tab. No DOM. */
import type { CookieField, Problem } from '../../../core/edit/problems.ts';
import type { CookieFieldName, ReadProblem, ReadRow } from '../../../core/exchange/types.ts';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { keyOf } from '../../../core/recording/keys.ts';
import type { CookieKey } from '../../../core/recording/recording.ts';
import { differences } from './differences.ts';

export type RowState =
  | 'new'
  | 'changes'
  /** The store holds it so already: nothing is to be done. */
  | 'same'
  /** The browser would refuse it, or it cannot be read. */
  | 'refused';

export interface ImportRow {
  /** Place in the file, from 0. */
  readonly index: number;
  /** Line or path in the file. */
  readonly where: string;
  readonly state: RowState;
  /** As far as it is known; may be empty. */
  readonly name: string;
  /** null: it cannot be read. */
  readonly cookie: BrowserCookie | null;
  /** What the store holds under the same identity. */
  readonly before: BrowserCookie | null;
  readonly differs: readonly CookieField[];
  /** Why it cannot be read. */
  readonly unread: ReadProblem | null;
  /** Why the browser would refuse it. */
  readonly problems: readonly Problem[];
  /** A later row of the file is the same cookie, and would win. */
  readonly again: boolean;
  /** What the file does not say. */
  readonly assumed: readonly CookieFieldName[];
}

export interface Judge {
  readonly stored: ReadonlyMap<CookieKey, BrowserCookie>;
  readonly problems: (cookie: BrowserCookie) => readonly Problem[];
}

/** The last row of each cookie's identity: what comes before it would be overwritten at once. */
export function lastOfEach(rows: readonly ReadRow[]): ReadonlyMap<CookieKey, number> {
  const last = new Map<CookieKey, number>();
  for (const [index, { cookie }] of rows.entries()) if (cookie !== null) last.set(keyOf(cookie), index);
  return last;
}

export function judgeRow(
  read: ReadRow,
  index: number,
  last: ReadonlyMap<CookieKey, number>,
  { stored, problems }: Judge,
): ImportRow {
  const { where, name, cookie, problem, assumed } = read;
  const base = { index, where, name, cookie, assumed, unread: problem, again: false, before: null };
  if (cookie === null || problem !== null)
    return { ...base, cookie: null, state: 'refused', differs: [], problems: [] };
  const key = keyOf(cookie);
  const before = stored.get(key) ?? null;
  const found = problems(cookie);
  const again = last.get(key) !== index;
  const differs = before === null ? [] : differences(before, cookie);
  const state =
    found.length > 0 ? 'refused' : before === null ? 'new' : differs.length > 0 ? 'changes' : 'same';
  return { ...base, state, before, differs, problems: found, again };
}

/** Whether a person can have it imported. What has expired already would be a deletion. */
export function canTake({ cookie, state, problems }: ImportRow): boolean {
  return cookie !== null && state !== 'same' && !problems.some(({ field }) => field === 'expires');
}

/** Whether it is imported unless the person says otherwise. */
export function isTakenAtFirst(row: ImportRow): boolean {
  return row.state !== 'refused' && !row.again && canTake(row);
}
