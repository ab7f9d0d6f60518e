import type { Signal } from '@preact/signals';
import { ListFilter, X } from 'lucide';
import { t } from '../../platform/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Text } from '../../ui/text.tsx';
import { countChosen, countFacets, type Facet, type FacetChoice, toggleFacet } from '../facets.ts';
import { press, useKey } from '../keys/use-key.ts';
import styles from './filters.module.css';

export interface FacetWords {
  label(facet: string): string;
  value(facet: string, value: string): string;
}

interface FilterButtonProps<Row> {
  readonly facets: readonly Facet<Row>[];
  readonly choice: Signal<FacetChoice>;
  readonly rows: () => readonly Row[];
  readonly words: FacetWords;
}

/** Values shown of one facet; the search box finds the others. */
const MOST_VALUES = 40;
const FILTER_BUTTON = 'filter-button';

/** The button that opens all facets, each value with how many rows it would show. */
export function FilterButton<Row>(props: FilterButtonProps<Row>) {
  useKey('filter', () => press(FILTER_BUTTON));
  return (
    <Popover
      buttonId={FILTER_BUTTON}
      icon={ListFilter}
      label={t('filter')}
      count={countChosen(props.choice.value)}
    >
      {() => <Sheet {...props} />}
    </Popover>
  );
}

function Sheet<Row>({ facets, choice, rows, words }: FilterButtonProps<Row>) {
  const counts = countFacets(rows(), facets, choice.value);
  return (
    <div class={styles.sheet}>
      {facets.map(({ id }) => (
        <fieldset key={id} class={styles.facet}>
          <legend class={styles.legend}>{words.label(id)}</legend>
          {(counts.get(id) ?? []).slice(0, MOST_VALUES).map(({ value, count }) => (
            <label key={value} class={styles.value}>
              <input
                type="checkbox"
                checked={choice.value[id]?.includes(value) ?? false}
                onChange={() => (choice.value = toggleFacet(choice.value, id, value))}
              />
              <span class={styles.text}>
                <Text text={words.value(id, value)} />
              </span>
              <span class={styles.count}>{count}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

/** What is filtered by, as chips that take themselves away; nothing where there is nothing. */
export function FilterChips({
  choice,
  words,
}: {
  readonly choice: Signal<FacetChoice>;
  readonly words: FacetWords;
}) {
  if (countChosen(choice.value) === 0) return null;
  return (
    <section class={styles.chips} aria-label={t('filters_set')}>
      {Object.entries(choice.value).flatMap(([facet, values]) =>
        values.map((value) => {
          const text = `${words.label(facet)}: ${words.value(facet, value)}`;
          return (
            <button
              key={text}
              type="button"
              class={styles.chip}
              aria-label={t('filter_remove', text)}
              title={t('filter_remove', text)}
              onClick={() => (choice.value = toggleFacet(choice.value, facet, value))}
            >
              <Text text={text} limit={60} />
              <Icon node={X} size={12} />
            </button>
          );
        }),
      )}
      <button type="button" class={styles.clear} onClick={() => (choice.value = {})}>
        {t('filters_clear')}
      </button>
    </section>
  );
}
