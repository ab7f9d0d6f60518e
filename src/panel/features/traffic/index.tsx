import type { Mount } from '../feature.ts';
import { TrafficActions } from './actions.tsx';
import { createTrafficModel } from './model.ts';
import { TrafficView } from './view.tsx';

export const mountTraffic: Mount = (panel) => {
  const model = createTrafficModel(panel.store);
  return {
    View: () => <TrafficView model={model} />,
    Actions: () => <TrafficActions model={model} />,
  };
};
