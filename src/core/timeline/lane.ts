/**
 * A session cookie's life as numbers on a time axis: the IDs it had, the requests that sent them, and what happened. Drawing is for
 * others: the panel's chart and the HTML report use the same lanes.
 */
import type { SessionEvent, SessionReport } from '../audit/report.ts';
import type { RequestKey } from '../recording/recording.ts';
import type { IdRun } from '../session/id-runs.ts';
import { rangeOf, type TimeRange } from './time-range.ts';

/** The time in which the cookie had one ID. */
export interface LaneRun {
  readonly fingerprint: string;
  /** Number of the ID in the order of first sight, from 0: one ID has one colour, also when it comes back. */
  readonly id: number;
  readonly from: number;
  /** null: it has it still. */
  readonly to: number | null;
  readonly requests: number;
}

/** A request that sent the cookie. */
export interface LaneTick {
  readonly at: number;
  readonly request: RequestKey | null;
  /** Place of its run. */
  readonly run: number;
}

/** Something that happened; `event` is its place among the events the lane was made of. */
export interface LaneFlag {
  readonly kind: SessionEvent['kind'];
  readonly at: number;
  readonly event: number;
}

export interface Lane {
  readonly runs: readonly LaneRun[];
  /** In order of time. */
  readonly ticks: readonly LaneTick[];
  readonly flags: readonly LaneFlag[];
}

export interface LaneInput {
  readonly runs: readonly IdRun[];
  readonly events: readonly Pick<SessionEvent, 'kind' | 'at'>[];
}

export function laneOf({ runs, events }: LaneInput): Lane {
  const numbers = new Map<string, number>();
  const numberOf = (fingerprint: string): number => {
    const known = numbers.get(fingerprint) ?? numbers.size;
    numbers.set(fingerprint, known);
    return known;
  };
  return {
    runs: runs.map(({ fingerprint, from, to, requests }) => ({
      fingerprint,
      id: numberOf(fingerprint),
      from,
      to,
      requests: requests.length,
    })),
    ticks: runs
      .flatMap(({ requests }, run) => requests.map(({ key, at }) => ({ at, request: key, run })))
      .sort((a, b) => a.at - b.at),
    flags: events.map(({ kind, at }, event) => ({ kind, at, event })).sort((a, b) => a.at - b.at),
  };
}

/** The lane of a session in a report, which knows each ID's first and last sight but no single request. */
export function laneOfReport({ ids, events }: Pick<SessionReport, 'ids' | 'events'>): Lane {
  const lane = laneOf({
    runs: ids.map(({ fingerprint, firstSeen, lastSeen }) => ({
      fingerprint,
      from: firstSeen,
      to: lastSeen,
      requests: [],
    })),
    events,
  });
  return { ...lane, runs: lane.runs.map((run, index) => ({ ...run, requests: ids[index]?.requests ?? 0 })) };
}

/** What an axis has to show for lanes to be seen whole, `until` among it; null: there is nothing. */
export function boundsOfLanes(lanes: readonly Lane[], until?: number, margin = 0.02): TimeRange | null {
  return rangeOf(timesOf(lanes, until), margin);
}

function* timesOf(lanes: readonly Lane[], until: number | undefined): Generator<number> {
  let any = false;
  for (const { runs, ticks, flags } of lanes) {
    any ||= runs.length + flags.length > 0;
    for (const { from, to } of runs) {
      yield from;
      if (to !== null) yield to;
    }
    for (const { at } of flags) yield at;
    const last = ticks.at(-1);
    if (last !== undefined) yield last.at;
  }
  if (any && until !== undefined) yield until;
}
