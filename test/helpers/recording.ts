import { createRecording } from '../../src/core/recording/create.ts';
import type { Fact } from '../../src/core/recording/fact.ts';
import type { Recording } from '../../src/core/recording/recording.ts';
import { reduce } from '../../src/core/recording/reduce.ts';
import { type ExampleEvent, factsOf } from '../../src/core/rules/example.ts';

export function recordingOf(facts: readonly Fact[]): Recording {
  const recording = createRecording();
  for (const [index, fact] of facts.entries()) reduce(recording, { seq: index + 1, fact });
  return recording;
}

/** A recording of events as the rules' examples write them: a string is a Set-Cookie line of https://shop.example/. */
export function recordingOfEvents(...events: readonly ExampleEvent[]): Recording {
  return recordingOf(factsOf({ name: '', events }));
}
