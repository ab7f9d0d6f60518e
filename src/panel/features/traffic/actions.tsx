import { ArrowDownToLine } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { IconButton } from '../../../ui/button.tsx';
import { FilterButton } from '../../parts/filters.tsx';
import type { TrafficModel } from './model.ts';
import { TRAFFIC_FACETS } from './traffic-facets.ts';
import { trafficFacetWords } from './words.ts';

export function TrafficActions({ model }: { readonly model: TrafficModel }) {
  return (
    <>
      <IconButton
        icon={ArrowDownToLine}
        label={t('follow_newest')}
        pressed={model.follow.value}
        onPress={() => (model.follow.value = !model.follow.value)}
      />
      <FilterButton
        facets={TRAFFIC_FACETS}
        choice={model.facets}
        rows={() => model.all.value}
        words={trafficFacetWords}
      />
    </>
  );
}
