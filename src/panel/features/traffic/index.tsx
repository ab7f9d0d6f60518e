import { searchScope } from '../../search/scope.ts';
import type { Mount } from '../feature.ts';
import { TrafficActions } from './actions.tsx';
import { createTrafficModel } from './model.ts';
import { TRAFFIC_SEARCH } from './search.ts';
import { TrafficView } from './view.tsx';
import { trafficFacetWords } from './words.ts';

export const mountTraffic: Mount = ({ store, now }) => {
  const model = createTrafficModel(store, () => now.value);
  return {
    View: () => <TrafficView model={model} />,
    Actions: () => <TrafficActions model={model} />,
    search: searchScope({
      store,
      searchable: TRAFFIC_SEARCH,
      rows: () => model.chosen.value,
      words: trafficFacetWords,
      now: () => now.peek(),
    }),
  };
};
