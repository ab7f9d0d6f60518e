import type { Mount } from '../feature.ts';
import { createWhatIfModel } from './model.ts';
import { WhatIfView } from './view.tsx';

export const mountWhatIf: Mount = (panel) => {
  const model = createWhatIfModel(panel.store, () => panel.now.peek());
  return { View: () => <WhatIfView model={model} />, Actions: () => null };
};
