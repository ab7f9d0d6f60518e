import { pushBounded } from './bounded.ts';
import type { Fact, RecordedReplay } from './fact.ts';
import type { Recording } from './recording.ts';

/** More than anybody asks. */
const MOST_REPLAYS = 50;

export function addReplay(recording: Recording, fact: Fact & { kind: 'replay' }): void {
  const { kind: _, ...replay } = fact;
  pushBounded(recording.replays, replay satisfies RecordedReplay, MOST_REPLAYS);
}
