import { native } from '../../../platform/native.ts';
import type { PortLike } from '../../../platform/reconnecting-port.ts';
import { SAMPLE_PORT } from '../../../protocol/sample.ts';
import type { Mount } from '../feature.ts';
import { createAnalyst, startAnalysisWorker } from './analyst.ts';
import { createStrengthModel } from './model.ts';
import { StrengthView } from './view.tsx';

export const mountStrength: Mount = (panel) => {
  const model = createStrengthModel(panel, {
    connect: () => native.runtime.connect({ name: SAMPLE_PORT }) as unknown as PortLike,
    analyst: createAnalyst(startAnalysisWorker),
    now: () => Date.now(),
  });
  return { View: () => <StrengthView model={model} />, Actions: () => null };
};
