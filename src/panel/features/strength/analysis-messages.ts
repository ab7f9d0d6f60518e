/** What the panel and its own worker say to each other. */
import type { Strength } from '../../../core/session/strength/strength.ts';

export interface AnalysisRequest {
  readonly id: number;
  readonly values: readonly string[];
}

export interface AnalysisAnswer {
  readonly id: number;
  readonly strength: Strength;
  /** Milliseconds that it took. */
  readonly took: number;
}
