import { cookieScope } from '../../search/cookie-scope.ts';
import type { Mount } from '../feature.ts';
import { TimelineActions } from './actions.tsx';
import { createTimelineModel } from './model.ts';
import { TimelineView } from './view.tsx';

export const mountTimeline: Mount = (panel) => {
  const model = createTimelineModel(panel);
  return {
    View: () => <TimelineView model={model} />,
    Actions: () => <TimelineActions model={model} />,
    search: cookieScope(panel, () => model.all.value.map(({ row }) => row)),
  };
};
