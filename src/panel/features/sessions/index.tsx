import type { Mount } from '../feature.ts';
import { createSessionsModel } from './model.ts';
import { SessionsView } from './view.tsx';

export const mountSessions: Mount = (panel) => {
  const model = createSessionsModel(panel);
  return {
    View: () => <SessionsView model={model} />,
    Actions: () => null,
  };
};
