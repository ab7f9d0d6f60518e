import { Bookmark } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber, t } from '../../platform/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { Text } from '../../ui/text.tsx';
import type { Option } from './complete.ts';
import type { SearchScope } from './scope.ts';
import styles from './search.module.css';
import { facetWord } from './vocabulary.ts';

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

interface OptionListProps {
  readonly id: string;
  readonly options: readonly Option[];
  readonly active: number | null;
  readonly scope: SearchScope | null;
  readonly onTake: (option: Option) => void;
}

export function OptionList({ id, options, active, scope, onTake }: OptionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (active !== null) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // Its options are reached by the box's arrow keys (aria-activedescendant).
    <div ref={list} id={id} role="listbox" aria-label={t('search_options')} class={styles.list} tabIndex={-1}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys
        <div
          key={`${option.kind} ${option.insert}`}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          class={styles.option}
          // The box keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
        >
          {option.kind === 'saved' && <Icon node={Bookmark} size={12} />}
          <span class={styles.written}>
            <Text text={option.text} limit={120} />
          </span>
          <span class={styles.meaning}>
            <Text text={meaningOf(option, scope)} limit={80} />
          </span>
          {option.count !== null && <span class={styles.count}>{formatNumber(option.count)}</span>}
        </div>
      ))}
    </div>
  );
}

/** In the person's language, where that is not what stands there already. */
function meaningOf({ kind, facet, text, value }: Option, scope: SearchScope | null): string {
  if (kind === 'saved') return value ?? '';
  if (kind === 'facet' || value === null) {
    const word = facetWord(facet);
    return kind === 'facet' && word !== null ? t(word.label) : '';
  }
  const word = scope?.valueWord(facet, value) ?? value;
  return word.toLowerCase() === text.toLowerCase() ? '' : word;
}
