/**
 * Cutting a journal: everything up to a point is replaced by one `baseline` fact that carries what was true
 * there. Used when limits are reached (oldest whole requests go first) and when a person clears.
 */
import { type Baseline, baselineOf } from './baseline.ts';
import type { Dropped, Entry } from './fact.ts';
import { replay } from './replay.ts';

/**
 * The journal without what came up to `through`: the `tab` fact, a baseline, and newer facts — except those of
 * requests that began before the cut, so that no request is left in halves. `room`: most octets for the baseline's
 * cookies; the least recently changed ones go first, for a page can set them without end.
 */
export function cut(
  entries: readonly Entry[],
  through: number,
  at: number,
  reason: Baseline['reason'],
  room = Number.POSITIVE_INFINITY,
): Entry[] {
  const old = entries.filter((entry) => entry.seq <= through);
  const before = replay(old);
  const begun = new Set(old.flatMap(({ fact }) => ('requestId' in fact ? [fact.requestId] : [])));
  const isKept = ({ seq, fact }: Entry) =>
    seq > through && !('requestId' in fact && begun.has(fact.requestId));
  const kept = entries.filter(isKept);
  const tab = old.findLast(({ fact }) => fact.kind === 'tab');
  const stays = (entry: Entry) => entry === tab || entry.fact.kind === 'baseline' || isKept(entry);
  const went: Dropped = {
    requests: before.dropped.requests + begun.size,
    facts: before.dropped.facts + entries.filter((entry) => !stays(entry)).length,
  };
  const baseline: Entry = { seq: through, fact: baselineOf(before, at, reason, went, room) };
  if (tab === undefined) return [baseline, ...kept];
  return [{ ...tab, seq: Math.min(tab.seq, through - 1) }, baseline, ...kept];
}
