/** Judges IDs beside the panel: about a second for 20,000 of them would freeze it. Values are not kept. */
import { strengthOf } from '../../../core/session/strength/strength.ts';
import type { AnalysisAnswer, AnalysisRequest } from './analysis-messages.ts';

addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
  const began = performance.now();
  const strength = strengthOf(data.values);
  postMessage({ id: data.id, strength, took: performance.now() - began } satisfies AnalysisAnswer);
});
