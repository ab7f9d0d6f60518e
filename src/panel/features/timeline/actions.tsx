import { ChartGantt, Table2 } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { IconButton } from '../../../ui/button.tsx';
import { COOKIE_FACETS } from '../../cookie-facets.ts';
import { cookieFacetWords } from '../../cookie-words.ts';
import { FilterButton } from '../../parts/filters.tsx';
import type { TimelineModel } from './model.ts';

export function TimelineActions({ model }: { readonly model: TimelineModel }) {
  const asTable = model.asTable.value;
  return (
    <>
      <FilterButton
        facets={COOKIE_FACETS}
        choice={model.store.cookieFacets}
        rows={() => model.all.value.map(({ row }) => row)}
        words={cookieFacetWords}
      />
      <IconButton
        icon={asTable ? ChartGantt : Table2}
        label={t(asTable ? 'timeline_as_chart' : 'chart_table')}
        onPress={() => {
          model.asTable.value = !asTable;
        }}
      />
    </>
  );
}
