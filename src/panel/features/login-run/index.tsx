import type { Mount } from '../feature.ts';
import { createLoginRunModel } from './model.ts';
import { LoginRunView } from './view.tsx';

export const mountLoginRun: Mount = (panel) => {
  const model = createLoginRunModel(panel);
  return { View: () => <LoginRunView model={model} />, Actions: () => null };
};
