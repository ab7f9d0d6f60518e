import { useLayoutEffect } from 'preact/hooks';
import { cookieFacetWords } from '../../cookie-words.ts';
import { FilterChips } from '../../parts/filters.tsx';
import { TimelineChart } from './chart.tsx';
import { TimelineEmpty } from './empty.tsx';
import { TimelineFooter } from './footer.tsx';
import type { TimelineModel } from './model.ts';
import { Reading } from './reading.tsx';
import { TimelineTable } from './table.tsx';
import { Tools } from './tools.tsx';

/** Every cookie's life over time, or the same as a table. */
export function TimelineView({ model }: { readonly model: TimelineModel }) {
  // The pointer left with the view that it was over.
  useLayoutEffect(
    () => () => {
      model.hovered.value = null;
      model.pointer.value = null;
    },
    [model],
  );
  const isEmpty = model.bars.value.length === 0;
  return (
    <>
      <FilterChips choice={model.store.cookieFacets} words={cookieFacetWords} />
      {isEmpty ? (
        <TimelineEmpty model={model} />
      ) : model.asTable.value ? (
        <TimelineTable model={model} />
      ) : (
        <>
          <Tools model={model} />
          <TimelineChart model={model} />
          <Reading model={model} />
        </>
      )}
      <TimelineFooter model={model} />
    </>
  );
}
