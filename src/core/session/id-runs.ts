/** A session cookie's IDs over time: the report's list, and the lanes of a chart. */
import type { SessionId } from '../audit/report.ts';
import type { RequestKey } from '../recording/recording.ts';
import type { CookieLife } from './cookie-life.ts';

/** Shows a stable ID as the fingerprint of the first value that held it: what evidence lines show, too. */
export type Fingerprints = (id: string) => string;

export function fingerprintsOf(life: CookieLife, fingerprint: (value: string) => string): Fingerprints {
  const values = new Map<string, string>();
  for (const { id, value } of life.states)
    if (id !== null && value !== null && !values.has(id)) values.set(id, value);
  for (const { id, value } of life.sends) if (!values.has(id)) values.set(id, value);
  return (id) => fingerprint(values.get(id) ?? id);
}

/** Each ID once, in the order they were first seen. */
export function idsOf(life: CookieLife, print: Fingerprints): readonly SessionId[] {
  const ids = new Map<string, { firstSeen: number; lastSeen: number; requests: number }>();
  const see = (id: string | null, at: number, requests: number) => {
    if (id === null || id === '') return;
    const known = ids.get(id);
    if (known === undefined) {
      ids.set(id, { firstSeen: at, lastSeen: at, requests });
      return;
    }
    known.firstSeen = Math.min(known.firstSeen, at);
    known.lastSeen = Math.max(known.lastSeen, at);
    known.requests += requests;
  };
  for (const { id, at } of life.states) see(id, at, 0);
  for (const { id, request } of life.sends) see(id, request.at, 1);
  const { entry } = life.cookie;
  if (ids.size === 0 && entry !== null) see(entry.cookie.value, entry.changedAt, 0);
  return [...ids]
    .sort((a, b) => a[1].firstSeen - b[1].firstSeen)
    .map(([id, seen]) => ({ fingerprint: print(id), ...seen }));
}

/** The time in which a cookie had one ID. */
export interface IdRun {
  readonly fingerprint: string;
  readonly from: number;
  /** null: it has it still. */
  readonly to: number | null;
  readonly requests: readonly { readonly key: RequestKey; readonly at: number }[];
}

/** Runs of one ID, oldest first; requests that sent another ID than the cookie had are in none. */
export function runsOf(life: CookieLife, print: Fingerprints): readonly IdRun[] {
  const runs: { id: string; from: number; to: number | null; requests: { key: RequestKey; at: number }[] }[] =
    [];
  for (const { id, at } of life.states) {
    const open = runs.at(-1);
    if (open !== undefined && open.to === null) {
      if (open.id === id) continue;
      open.to = at;
    }
    if (id !== null) runs.push({ id, from: at, to: null, requests: [] });
  }
  let place = 0;
  for (const { request, id } of life.sends) {
    while (place < runs.length - 1 && (runs[place + 1]?.from ?? 0) <= request.at) place += 1;
    // A response may have come between a request's beginning and its headers.
    const run = [runs[place], runs[place + 1], runs[place - 1]].find((candidate) => candidate?.id === id);
    run?.requests.push({ key: request.key, at: request.at });
  }
  return runs.map(({ id, from, to, requests }) => ({ fingerprint: print(id), from, to, requests }));
}
