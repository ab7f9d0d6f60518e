import type { Mount } from '../feature.ts';
import { ExportActions } from './export.tsx';
import { createFindingsModel } from './model.ts';
import { FindingsView } from './view.tsx';

export const mountFindings: Mount = (panel) => {
  const model = createFindingsModel(panel);
  return {
    View: () => <FindingsView model={model} />,
    Actions: () => <ExportActions model={model} />,
  };
};
