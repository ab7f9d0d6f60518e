import type { RequestEntry, SetCookieEntry, SetCookieKey } from '../../../core/recording/recording.ts';
import { type Certainty, certainty, nameOf, type VerdictKind, verdictKind } from '../../verdict.ts';

/** A Set-Cookie line as the list shows it. A row is never changed: another verdict is another row. */
export interface TrafficRow {
  readonly key: SetCookieKey;
  readonly entry: SetCookieEntry;
  readonly request: RequestEntry;
  readonly name: string;
  readonly verdict: VerdictKind;
  readonly certainty: Certainty;
  /** Attributes as written, without the value. */
  readonly attributes: string;
  /** Lower case, to search in; without value and query, which may not be shown. */
  readonly text: string;
}

const rows = new WeakMap<SetCookieEntry, TrafficRow>();

/** The row of an entry; the same object as long as nothing about it changed. */
export function trafficRow(entry: SetCookieEntry): TrafficRow {
  const held = rows.get(entry);
  const sure = certainty(entry);
  // Parse and prediction never change after the fact; confirmation is all that comes later.
  if (held?.certainty === sure) return held;
  const { request } = entry;
  const name = nameOf(entry);
  const verdict = verdictKind(entry);
  const reasons = entry.predicted.stored ? '' : entry.predicted.reasons.join(' ');
  const row: TrafficRow = {
    key: entry.key,
    entry,
    request,
    name,
    verdict,
    certainty: sure,
    attributes: writtenAttributes(entry.line),
    text: `${name}\n${request.method} ${withoutQuery(request.url)}\n${verdict} ${reasons}`.toLowerCase(),
  };
  rows.set(entry, row);
  return row;
}

function writtenAttributes(line: string): string {
  const end = line.indexOf(';');
  return end === -1 ? '' : line.slice(end + 1, end + 400).trim();
}

function withoutQuery(url: string): string {
  const end = url.search(/[?#;]/);
  return end === -1 ? url : url.slice(0, end);
}
