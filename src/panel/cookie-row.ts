import { utf8Length } from '../core/cookie/octets.ts';
import type { BrowserCookie } from '../core/recording/fact.ts';
import type { CookieEntry, CookieKey, Party, Recording } from '../core/recording/recording.ts';

export type CookieRowState = 'present' | 'gone' | 'rejected';

/** A cookie as the table shows it. A row is never changed: another state is another row. */
export interface CookieRow {
  readonly key: CookieKey;
  readonly entry: CookieEntry;
  readonly cookie: BrowserCookie;
  readonly state: CookieRowState;
  readonly party: Party;
  /** Octets of name and value. */
  readonly size: number;
  /** How often it was set, and sent, as far as recorded. */
  readonly writes: number;
  readonly requests: number;
  readonly changedAt: number;
  /** Lower case, to search in; without the value, which may not be shown. */
  readonly text: string;
  /** What tells whether the row still holds. */
  readonly stamp: string;
}

const rows = new WeakMap<CookieEntry, CookieRow>();

/** The row of an entry; the same object as long as nothing about it changed. */
export function cookieRow(recording: Recording, entry: CookieEntry): CookieRow {
  const held = rows.get(entry);
  const party = partyOf(recording, entry);
  const stamp = `${entry.changedAt} ${entry.requests} ${entry.history.length + entry.forgotten} ${entry.explainedLater} ${entry.present} ${party}`;
  if (held && held.stamp === stamp && held.cookie === entry.cookie) return held;
  const { cookie } = entry;
  const row: CookieRow = {
    key: entry.key,
    entry,
    cookie,
    state: stateOf(entry),
    party,
    size: utf8Length(cookie.name) + utf8Length(cookie.value),
    writes: entry.history.reduce((sum, event) => sum + (isWrite(event.kind) ? 1 : 0), 0),
    requests: entry.requests,
    changedAt: entry.changedAt,
    text: `${cookie.name}\n${cookie.domain}${cookie.path}\n${cookie.partitionKey ?? ''}`.toLowerCase(),
    stamp,
  };
  rows.set(entry, row);
  return row;
}

function stateOf(entry: CookieEntry): CookieRowState {
  if (entry.present) return 'present';
  return entry.history.some((event) => event.kind !== 'rejected') || entry.forgotten > 0
    ? 'gone'
    : 'rejected';
}

function isWrite(kind: string): boolean {
  return kind === 'created' || kind === 'changed' || kind === 'renewed';
}

/** First where it was set or sent under its own site, or belongs to a page's site. */
function partyOf(recording: Recording, entry: CookieEntry): Party {
  if (entry.cookie.partitionKey !== null) {
    return entry.parties.has('first') ? 'first' : 'third';
  }
  return entry.parties.has('first') || recording.sites.get(entry.site)?.topLevel ? 'first' : 'third';
}

/** Whether another cookie of this site that is there now has the same name: servers may get either first. */
export function isDuplicated(recording: Recording, row: CookieRow): boolean {
  const same = recording.index.cookiesByName.get(row.cookie.name);
  if (!same || same.size < 2 || row.state !== 'present') return false;
  for (const other of same) {
    if (other !== row.entry && other.present && other.site === row.entry.site) return true;
  }
  return false;
}
