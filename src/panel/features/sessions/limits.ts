/** What was seen of a session's idle and absolute limits, beside what NIST and OWASP ask for. */
import { type ObservedBounds, REFERENCE_LIMITS } from '../../../core/session/bounds.ts';

export type LimitSource = (typeof REFERENCE_LIMITS)[number]['source'];

export interface LimitRow {
  readonly source: LimitSource;
  readonly idle: LimitCell;
  readonly absolute: LimitCell;
}

export interface LimitCell {
  /** Milliseconds; null: none is asked for. */
  readonly limit: number | null;
  /** `over`: it was seen to last longer; `kept`: it was seen to end by then; `unseen`: neither. */
  readonly state: 'over' | 'kept' | 'unseen' | 'none';
}

export function limitRows({ idleAtLeast, absoluteAtLeast, endedAfter }: ObservedBounds): readonly LimitRow[] {
  return REFERENCE_LIMITS.map(({ source, idle, absolute }) => ({
    source,
    idle: cell(idle, idleAtLeast, endedAfter?.idle ?? null),
    absolute: cell(absolute, absoluteAtLeast, endedAfter?.age ?? null),
  }));
}

function cell(limit: number | null, lasted: number | null, ended: number | null): LimitCell {
  if (limit === null) return { limit, state: 'none' };
  if (lasted !== null && lasted > limit) return { limit, state: 'over' };
  // What ended it may have been the other limit: that it ended in time is all that can be said.
  return { limit, state: ended !== null && ended <= limit ? 'kept' : 'unseen' };
}
