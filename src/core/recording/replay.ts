import { createRecording } from './create.ts';
import type { Entry } from './fact.ts';
import type { Recording } from './recording.ts';
import { reduce } from './reduce.ts';

/** The recording that a journal's entries make. */
export function replay(entries: Iterable<Entry>): Recording {
  const recording = createRecording();
  for (const entry of entries) reduce(recording, entry);
  return recording;
}
