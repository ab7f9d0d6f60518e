import type { Mount } from '../feature.ts';
import { SnapshotsActions } from './actions.tsx';
import { createSnapshotsModel } from './model.ts';
import { SnapshotsView } from './view.tsx';

export const mountSnapshots: Mount = (panel) => {
  const model = createSnapshotsModel(panel);
  return {
    View: () => <SnapshotsView model={model} />,
    Actions: () => <SnapshotsActions model={model} />,
  };
};
