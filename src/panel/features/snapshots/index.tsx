import { searchScope } from '../../search/scope.ts';
import type { Mount } from '../feature.ts';
import { SnapshotsActions } from './actions.tsx';
import { createSnapshotsModel } from './model.ts';
import { DIFFERENCE_SEARCH } from './search.ts';
import { SnapshotsView } from './view.tsx';
import { differenceWords } from './words.ts';

export const mountSnapshots: Mount = (panel) => {
  const model = createSnapshotsModel(panel);
  return {
    View: () => <SnapshotsView model={model} />,
    Actions: () => <SnapshotsActions model={model} />,
    search: searchScope({
      store: panel.store,
      searchable: DIFFERENCE_SEARCH,
      rows: () => model.chosen.value,
      words: differenceWords,
      now: () => panel.now.peek(),
    }),
  };
};
