import { FlaskConical } from 'lucide';
import type { Feature } from '../feature.ts';
import { createWhatIfModel } from './model.ts';
import { WhatIfView } from './view.tsx';

export const whatIf: Feature = {
  id: 'what-if',
  label: 'tab_what_if',
  icon: FlaskConical,
  mount(panel) {
    const model = createWhatIfModel(panel.store, () => panel.now.peek());
    return { View: () => <WhatIfView model={model} />, Actions: () => null };
  },
};
