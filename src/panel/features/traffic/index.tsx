import { ArrowRightLeft } from 'lucide';
import type { Feature } from '../feature.ts';
import { TrafficActions } from './actions.tsx';
import { createTrafficModel } from './model.ts';
import { TrafficView } from './view.tsx';

export const traffic: Feature = {
  id: 'traffic',
  label: 'tab_traffic',
  icon: ArrowRightLeft,
  mount(panel) {
    const model = createTrafficModel(panel.store);
    return {
      View: () => <TrafficView model={model} />,
      Actions: () => <TrafficActions model={model} />,
    };
  },
};
