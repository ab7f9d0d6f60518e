/**
 * Cutting a journal: everything up to a point is replaced by one `baseline` fact that carries what was true
 * there. Used when limits are reached (oldest whole requests go first) and when a person clears.
 */
import { type Baseline, baselineOf } from './baseline.ts';
import type { Dropped, Entry } from './fact.ts';
import { replay } from './replay.ts';

/**
 * The journal without what came up to `through`: the `tab` fact, a baseline, and newer facts — except those of
 * requests that began before the cut, so that no request is left in halves.
 */
export function cut(
  entries: readonly Entry[],
  through: number,
  at: number,
  reason: Baseline['reason'],
): Entry[] {
  const old = entries.filter((entry) => entry.seq <= through);
  const before = replay(old);
  const begun = new Set(old.flatMap(({ fact }) => ('requestId' in fact ? [fact.requestId] : [])));
  const isKept = ({ seq, fact }: Entry) =>
    seq > through && !('requestId' in fact && begun.has(fact.requestId));
  const kept = entries.filter(isKept);
  const tab = old.findLast(({ fact }) => fact.kind === 'tab');
  const went: Dropped = {
    requests: before.dropped.requests + begun.size,
    facts: before.dropped.facts + entries.length - kept.length,
  };
  const baseline: Entry = { seq: through, fact: baselineOf(before, at, reason, went) };
  return tab === undefined ? [baseline, ...kept] : [tab, baseline, ...kept];
}
