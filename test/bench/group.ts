/** A group of benchmarks: what it gets and what it gives. */
import type { Target } from './figures.ts';
import type { Peers } from './peers.ts';

export type Group = {
  readonly name: string;
  /** Names by which parts of it can be asked for. */
  readonly parts: readonly string[];
  run(given: Given): Promise<Result>;
};

export type Given = {
  readonly peers: Peers;
  /** The built extension. */
  readonly built: string;
  readonly parts: ReadonlySet<string>;
};

export type Result = {
  /** Written to bench-output/NAME.json as it is. */
  readonly figures: unknown;
  readonly targets: readonly Target[];
};
